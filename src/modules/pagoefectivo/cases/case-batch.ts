import { generateEntityId } from "@medusajs/framework/utils"
import {
  decideCase,
  type CaseDecision,
  type EarlierChange,
  type ReconciliationReason,
} from "../../../reconciliation"
import { fromCentimos } from "../amounts"
import { caseHash } from "./case-hash"
import {
  asExisting,
  factColumns,
  healedColumns,
  KNOWN_CASE,
  OPEN,
  type KnownCase,
} from "./case-row"
import { openedEvents, resolvedEvent } from "./case-events"
import type { CaseFacts } from "./case-store"
import { queueEvents } from "../events/outbox"
import type { SqlConnection } from "../sql/connection"
import type { ReconciliationRow } from "../types"

export interface CaseBatchInput {
  runId: string
  /** All that was found about what was examined. */
  findings: CaseFacts[]
  /** Vouchers that were looked at closely: what was not found about them any more has healed. */
  examinedVoucherIds?: string[]
  /** Of them, those whose payment is accounted for by an open case that no rule finds. */
  placedVoucherIds?: string[]
  /** The same for payouts and for lines without a voucher, by the keys of their open cases. */
  wholeKeys?: string[]
}

export interface DecidedCase {
  id: string
  reason: ReconciliationReason
  decision: CaseDecision
  amountAtRisk: string
  currencyCode: string
  orderId: string | null
  voucherId: string | null
}

/** A case that an interrupted run has changed already. */
export interface EarlierCase extends Pick<DecidedCase, "id" | "reason" | "voucherId"> {
  changes: EarlierChange[]
  amountAtRisk: string
  currencyCode: string
  /** Its payment was captured since the run was asked for. */
  isCaptured: boolean
}

const TABLE = "pagoefectivo_case"
/** One statement takes 65,535 values; a case has some 20. */
const ROWS_PER_INSERT = 1_000
/** Where a payment's money belongs: one payment never has two of these. */
const PLACES: ReadonlySet<string> = new Set([
  "missing_capture",
  "late_payment",
  "orphan_payment",
  "duplicate_payment",
])
/** Cases about lines and payouts are not about the voucher that they may be linked to. */
const NOT_ABOUT_VOUCHERS = ["unknown_reference", "payout_mismatch"]

/**
 * Many cases in one short transaction: opened, updated, healed and reopened as `decideCase` says,
 * each with its line of history. Applying the same batch twice changes nothing more.
 */
export class CaseBatch {
  constructor(private readonly sql: SqlConnection) {}

  /** What the first try of a run that is started over has done. */
  async changedBy(run: Pick<ReconciliationRow, "id" | "created_at">): Promise<EarlierCase[]> {
    const { rows } = await this.sql.raw<{ rows: EarlierCase[] }>(
      `SELECT c.id, c.reason, c.voucher_id AS "voucherId", c.currency_code AS "currencyCode",
              (c.amount_at_risk_centimos / 100.0)::numeric(20, 2)::text AS "amountAtRisk",
              array_agg(e.kind) AS changes,
              EXISTS (SELECT 1 FROM pagoefectivo_voucher v
                      WHERE v.id = c.voucher_id AND v.captured_at >= :since) AS "isCaptured"
       FROM pagoefectivo_case_event e JOIN pagoefectivo_case c ON c.id = e.case_id
       WHERE e.data ->> 'reconciliation_id' = :runId AND e.deleted_at IS NULL
       GROUP BY c.id`,
      { runId: run.id, since: run.created_at } as never,
    )
    return rows
  }

  apply(input: CaseBatchInput): Promise<DecidedCase[]> {
    return this.sql.transaction(async (trx) => {
      const known = await readKnown(trx, input)
      const found = new Map(input.findings.map((facts) => [facts.key, facts]))
      const placed = new Set([
        ...(input.placedVoucherIds ?? []),
        ...input.findings.flatMap(({ reason, voucherId }) =>
          PLACES.has(reason) && voucherId ? voucherId : [],
        ),
      ])
      const writer = new BatchWriter(trx, input.runId)
      for (const row of known) {
        const facts = found.get(row.key)
        found.delete(row.key)
        writer.decide(row, facts ?? null, !isPlaced(row, placed))
      }
      for (const facts of found.values()) writer.open(facts)
      return writer.flush()
    })
  }
}

/** Where the money is has another name now; the case with the old one is a person's to close. */
function isPlaced({ reason, voucher_id }: KnownCase, placed: ReadonlySet<string>): boolean {
  return PLACES.has(reason) && reason !== "missing_capture" && placed.has(voucher_id ?? "")
}

function readKnown(trx: SqlConnection, input: CaseBatchInput): Promise<KnownCase[]> {
  const { findings, examinedVoucherIds = [], wholeKeys = [] } = input
  const keys = [...findings.map(({ key }) => key), ...wholeKeys]
  return trx({ c: TABLE })
    .select(trx.raw(KNOWN_CASE))
    .whereNull("c.deleted_at")
    .where((either) =>
      either
        .whereRaw("c.key = ANY(?)", [keys])
        .orWhere((about) =>
          about
            .whereRaw("c.voucher_id = ANY(?)", [examinedVoucherIds])
            .where("c.status", "open")
            .whereNotIn("c.reason", NOT_ABOUT_VOUCHERS),
        ),
    )
    .orderBy("c.id")
    .forUpdate() as unknown as Promise<KnownCase[]>
}

function inChunks<Row>(rows: Row[]): Row[][] {
  const count = Math.ceil(rows.length / ROWS_PER_INSERT)
  return Array.from({ length: count }, (_, index) =>
    rows.slice(index * ROWS_PER_INSERT, (index + 1) * ROWS_PER_INSERT),
  )
}

/** Collects what a batch writes, so that each table gets one statement. */
class BatchWriter {
  private readonly now = new Date()
  /** A batch writes thousands of lines of history; drawing a random number for each takes a second. */
  private readonly batch = generateEntityId("", "")
  private lines = 0
  private readonly opened: ReturnType<BatchWriter["openRow"]>[] = []
  private readonly changed: Promise<unknown>[] = []
  private readonly events: Record<string, unknown>[] = []
  private readonly decided: DecidedCase[] = []

  constructor(
    private readonly trx: SqlConnection,
    private readonly runId: string,
  ) {}

  /** `mayHeal`: whether the absence of a finding means that the case is whole. */
  decide(row: KnownCase, facts: CaseFacts | null, mayHeal: boolean): void {
    const whole = mayHeal ? ({ outcome: "whole" } as const) : ({ outcome: "not_examined" } as const)
    const observation = facts ? { outcome: "found" as const, factsHash: caseHash(facts) } : whole
    const decision = decideCase(asExisting(row), observation)
    if ((decision.action === "update" || decision.action === "reopen") && facts) {
      this.change(row, { ...factColumns(facts), ...OPEN })
      this.event(row.id, decision.action === "update" ? "updated" : "reopened", {
        before: { expected: row.expected, actual: row.actual, status: row.status },
      })
    } else if (decision.action === "heal") {
      this.change(row, healedColumns(this.now))
      this.event(row.id, "healed", null)
    } else if (decision.action === "ask_person") {
      this.askPerson(row, decision.wanted)
    }
    const shown = decision.action === "update" || decision.action === "reopen" ? facts : null
    this.decided.push({
      id: row.id,
      reason: row.reason as ReconciliationReason,
      decision,
      amountAtRisk: shown?.amountAtRisk ?? fromCentimos(row.amount_at_risk_centimos),
      currencyCode: row.currency_code,
      orderId: row.order_id,
      voucherId: row.voucher_id,
    })
  }

  open(facts: CaseFacts): void {
    this.opened.push(this.openRow(facts))
    const { reason, amountAtRisk, currencyCode, orderId = null, voucherId = null } = facts
    this.decided.push({
      id: "",
      reason,
      decision: decideCase(null, { outcome: "found", factsHash: "" }),
      amountAtRisk,
      currencyCode,
      orderId,
      voucherId,
    })
  }

  async flush(): Promise<DecidedCase[]> {
    await Promise.all(this.changed)
    await this.insertOpened()
    for (const rows of inChunks(this.events)) {
      await this.trx("pagoefectivo_case_event").insert(rows)
    }
    await queueEvents(this.trx, this.announcements())
    for (const rows of inChunks(this.timelines())) {
      await this.trx("pagoefectivo_voucher_event").insert(rows)
    }
    return this.decided
  }

  private lineId(prefix: string): string {
    this.lines += 1
    return `${prefix}_${this.batch}_${String(this.lines).padStart(5, "0")}`
  }

  /** In the same transaction, so that no case opens or heals in silence. */
  private announcements() {
    const data = { reconciliation_id: this.runId }
    return this.decided.flatMap(({ id, reason, decision, voucherId }) => {
      if (decision.action === "heal") return resolvedEvent(id, data)
      const opens = decision.action === "open" || decision.action === "reopen"
      return opens ? openedEvents({ id, reason, voucherId }, data) : []
    })
  }

  /** A line in the timeline of each voucher that has a new case. */
  private timelines() {
    return this.decided.flatMap(({ id, reason, decision, voucherId }) =>
      voucherId && (decision.action === "open" || decision.action === "reopen")
        ? {
            id: this.lineId("pevev"),
            voucher_id: voucherId,
            kind: "case_opened",
            actor: "system",
            at: this.now,
            data: JSON.stringify({ case_id: id, reason }),
          }
        : [],
    )
  }

  /** A case that the live flow opened at this very moment is left to the next run. */
  private async insertOpened(): Promise<void> {
    const written = new Set<string>()
    for (const chunk of inChunks(this.opened)) {
      const rows: { id: string }[] = await this.trx(TABLE)
        .insert(chunk)
        .onConflict(this.trx.raw("(key) WHERE deleted_at IS NULL") as unknown as string)
        .ignore()
        .returning("id")
      for (const { id } of rows) written.add(id)
    }
    let at = 0
    for (const decided of this.decided) {
      if (decided.id !== "") continue
      const row = this.opened[at++]
      decided.id = row?.id ?? ""
      if (row && written.has(row.id)) this.event(row.id, "opened", null)
      else decided.decision = { action: "keep" }
    }
  }

  private openRow(facts: CaseFacts) {
    return {
      id: generateEntityId("", "pecas"),
      key: facts.key,
      status: "open",
      opened_at: this.now,
      ...factColumns(facts),
    }
  }

  private change(row: KnownCase, columns: Record<string, unknown>): void {
    this.changed.push(
      this.trx(TABLE)
        .where({ id: row.id })
        .update({ ...columns, version: row.version + 1, updated_at: this.now })
        .then(),
    )
  }

  private event(caseId: string, kind: string, data: Record<string, unknown> | null): void {
    this.events.push({
      id: this.lineId("peced"),
      case_id: caseId,
      kind,
      actor: "system",
      at: this.now,
      note: null,
      data: JSON.stringify({ ...data, reconciliation_id: this.runId }),
    })
  }

  /** Shown once: the same wish again adds no line to the history. */
  private askPerson(row: KnownCase, wanted: string): void {
    this.changed.push(
      this.trx
        .raw(
          `INSERT INTO pagoefectivo_case_event (id, case_id, kind, actor, at, data)
           SELECT ?, ?, 'awaiting_person', 'system', now(), ?
           WHERE ? IS DISTINCT FROM (
             SELECT data ->> 'wanted' FROM pagoefectivo_case_event
             WHERE case_id = ? ORDER BY at DESC, id DESC LIMIT 1)`,
          [
            generateEntityId("", "peced"),
            row.id,
            JSON.stringify({ wanted, reconciliation_id: this.runId }),
            wanted,
            row.id,
          ],
        )
        .then(),
    )
  }
}
