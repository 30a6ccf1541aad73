import { generateEntityId } from "@medusajs/framework/utils"
import { decideCase, type CaseDecision, type ReconciliationReason } from "../../../reconciliation"
import { formatCentimos } from "../../../peru/centimos"
import { queueEvents } from "../events/outbox"
import type { SqlConnection } from "../sql/connection"
import { inPieces } from "../sql/in-pieces"
import { openedEvents, resolvedEvent } from "./case-events"
import type { CaseFacts } from "./case-facts"
import { caseHash } from "./case-hash"
import {
  asExisting,
  factColumns,
  healedColumns,
  OPEN,
  stillAtRisk,
  type KnownCase,
} from "./case-row"

export interface DecidedCase {
  id: string
  reason: ReconciliationReason
  decision: CaseDecision
  amountAtRisk: string
  currencyCode: string
  orderId: string | null
  voucherId: string | null
}

export interface WrittenCases {
  decided: DecidedCase[]
  /** Events that were stored with them, to be announced after the transaction. */
  eventIds: string[]
}

/** Under which name and by whom a batch writes: a run's id, and why something heals. */
export interface CaseSource {
  runId?: string
  why?: string
}

const TABLE = "pagoefectivo_case"
/** One statement takes 65,535 values; a case has some 20. */
const ROWS_PER_INSERT = 1_000

/** Collects what is decided about cases, so that each table gets one statement. */
export class CaseWriter {
  private readonly now = new Date()
  /** A run writes thousands of lines of history; drawing a random number for each takes a second. */
  private readonly batch = generateEntityId("", "")
  private lines = 0
  private readonly changed: Promise<unknown>[] = []
  private readonly history: Record<string, unknown>[] = []
  private readonly decided: DecidedCase[] = []

  constructor(
    private readonly trx: SqlConnection,
    private readonly source: CaseSource,
  ) {}

  /**
   * `mayHeal`: whether the absence of a finding means that nothing is wrong any more. `why` it heals, if
   * not for the batch's reason.
   */
  decide(row: KnownCase, facts: CaseFacts | null, mayHeal: boolean, why?: string): void {
    const absent = { outcome: mayHeal ? "clean" : "not_examined" } as const
    const observation = facts ? { outcome: "found" as const, factsHash: caseHash(facts) } : absent
    const decision = decideCase(asExisting(row), observation)
    const { action } = decision
    const shown = action === "update" || action === "reopen" ? facts : null
    if (shown) {
      this.change(row, { ...factColumns(shown, row.returned_centimos), ...OPEN })
      this.note(row.id, action === "update" ? "updated" : "reopened", {
        before: { expected: row.expected, actual: row.actual, status: row.status },
      })
    } else if (action === "heal") {
      this.change(row, healedColumns(this.now))
      this.note(row.id, "healed", null, why ?? this.source.why)
    } else if (action === "ask_person") {
      this.askPerson(row, decision.wanted)
    }
    this.decided.push({
      id: row.id,
      reason: row.reason as ReconciliationReason,
      decision,
      amountAtRisk: formatCentimos(
        shown ? stillAtRisk(shown, row.returned_centimos) : row.amount_at_risk_centimos,
      ),
      currencyCode: row.currency_code,
      orderId: shown?.orderId ?? row.order_id,
      voucherId: row.voucher_id,
    })
  }

  /** Opens cases; resolves with the keys of those that somebody else has opened meanwhile. */
  async open(findings: CaseFacts[]): Promise<string[]> {
    const lost: string[] = []
    // In one order everywhere, so that two writers never wait for each other.
    const sorted = [...findings].sort((one, other) => (one.key < other.key ? -1 : 1))
    for (const chunk of inPieces(sorted, ROWS_PER_INSERT)) {
      const written = await this.insert(chunk)
      for (const facts of chunk) {
        const id = written.get(facts.key)
        if (id === undefined) lost.push(facts.key)
        else this.opened(id, facts)
      }
    }
    return lost
  }

  async flush(): Promise<WrittenCases> {
    await Promise.all(this.changed)
    await this.insertAll("pagoefectivo_case_event", this.history)
    await this.insertAll("pagoefectivo_voucher_event", this.timelines())
    const eventIds = await queueEvents(this.trx, this.announcements())
    return { decided: this.decided, eventIds }
  }

  private async insert(findings: CaseFacts[]): Promise<Map<string, string>> {
    const rows: { id: string; key: string }[] = await this.trx(TABLE)
      .insert(
        findings.map((facts) => ({
          id: generateEntityId("", "pecas"),
          key: facts.key,
          status: "open",
          opened_at: this.now,
          ...factColumns(facts),
        })),
      )
      .onConflict(this.trx.raw("(key) WHERE deleted_at IS NULL") as unknown as string)
      .ignore()
      .returning(["id", "key"])
    return new Map(rows.map(({ id, key }) => [key, id]))
  }

  private opened(id: string, facts: CaseFacts): void {
    const { reason, amountAtRisk, currencyCode, orderId = null, voucherId = null } = facts
    const decision = { action: "open" } as const
    this.note(id, "opened", null)
    this.decided.push({ id, reason, decision, amountAtRisk, currencyCode, orderId, voucherId })
  }

  /** In the same transaction, so that no case opens or heals in silence. */
  private announcements() {
    const { runId } = this.source
    const data: Record<string, string> = runId ? { reconciliation_id: runId } : {}
    return this.decided.flatMap((one) => {
      if (one.decision.action === "heal") return resolvedEvent(one.id, data)
      return isOpened(one) ? openedEvents(one, data) : []
    })
  }

  /** A line in the timeline of each voucher that has a new case. */
  private timelines() {
    return this.decided.flatMap((one) =>
      one.voucherId && isOpened(one)
        ? {
            id: this.lineId("pevev"),
            voucher_id: one.voucherId,
            kind: "case_opened",
            actor: "system",
            at: this.now,
            data: JSON.stringify({ case_id: one.id, reason: one.reason }),
          }
        : [],
    )
  }

  private change(row: KnownCase, columns: Record<string, unknown>): void {
    this.changed.push(
      this.trx(TABLE)
        .where({ id: row.id })
        .update({ ...columns, version: row.version + 1, updated_at: this.now })
        .then(),
    )
  }

  private note(
    caseId: string,
    kind: string,
    data: Record<string, unknown> | null,
    why?: string,
  ): void {
    this.history.push({
      id: this.lineId("peced"),
      case_id: caseId,
      kind,
      actor: "system",
      at: this.now,
      note: why ?? null,
      data: this.dataOf(data),
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
          [generateEntityId("", "peced"), row.id, this.dataOf({ wanted }), wanted, row.id],
        )
        .then(),
    )
  }

  private dataOf(data: Record<string, unknown> | null): string | null {
    const { runId } = this.source
    const whole = runId ? { ...data, reconciliation_id: runId } : data
    return whole && JSON.stringify(whole)
  }

  private lineId(prefix: string): string {
    this.lines += 1
    return `${prefix}_${this.batch}_${String(this.lines).padStart(5, "0")}`
  }

  private async insertAll(table: string, rows: Record<string, unknown>[]): Promise<void> {
    for (const chunk of inPieces(rows, ROWS_PER_INSERT)) await this.trx(table).insert(chunk)
  }
}

function isOpened({ decision }: DecidedCase): boolean {
  return decision.action === "open" || decision.action === "reopen"
}
