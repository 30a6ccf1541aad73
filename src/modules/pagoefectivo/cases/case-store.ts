import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { decideCase, type CaseDecision, type ReconciliationReason } from "../../../reconciliation"
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
import { ClosedPeriodError, IN_CLOSED_PERIOD } from "./closed-period"
import { queueEvents } from "../events/outbox"
import type { SqlConnection } from "../sql/connection"
import type { CaseRow } from "../types"

/** A fact that does not add up. Amounts are decimal texts. */
export interface CaseFacts {
  /** Identity of the fact: the same fact is the same case. */
  key: string
  reason: ReconciliationReason
  detail?: string | null
  /** The compared fields, money as decimal texts. */
  expected: Record<string, string>
  actual: Record<string, string>
  amountAtRisk: string
  currencyCode: string
  providerId?: string | null
  voucherId?: string | null
  orderId?: string | null
  noticeId?: string | null
  lineId?: string | null
  payoutId?: string | null
}

export interface CaseOutcome {
  id: string
  change: "opened" | "updated" | "reopened" | "kept" | "healed" | "changed"
}

export interface CaseChange {
  id: string
  /** The version that the person saw; a later one means that somebody else was faster. */
  version?: number
  kind: string
  actor: string
  note: string | null
  data?: Record<string, unknown> | null
  set: Partial<
    Pick<
      CaseRow,
      "status" | "resolution" | "resolved_by" | "assigned_to" | "order_id" | "voucher_id"
    >
  >
}

export class CaseConflictError extends Error {
  constructor(id: string) {
    super(`Case ${id} was changed by somebody else meanwhile. Load it again and decide anew.`)
    this.name = "CaseConflictError"
  }
}

const TABLE = "pagoefectivo_case"

/**
 * Cases with their history, each change and its history line in one transaction. The row is locked
 * while it is decided upon, so two processes reporting the same fact open one case.
 */
export class CaseStore {
  constructor(private readonly sql: SqlConnection) {}

  /** Vouchers that have a case, by `LIKE` patterns of their codes. */
  async vouchersByCode(
    patterns: { cip: string; transactionCode: string },
    limit: number,
  ): Promise<string[]> {
    const { rows } = await this.sql.raw<{ rows: { id: string }[] }>(
      `SELECT v.id FROM pagoefectivo_voucher v
       WHERE v.deleted_at IS NULL AND (v.cip LIKE :cip OR v.transaction_code LIKE :transactionCode)
         AND EXISTS (
           SELECT 1 FROM pagoefectivo_case c WHERE c.voucher_id = v.id AND c.deleted_at IS NULL)
       LIMIT :limit`,
      { ...patterns, limit },
    )
    return rows.map(({ id }) => id)
  }

  report(facts: CaseFacts): Promise<CaseOutcome> {
    return this.sql.transaction(async (trx) => {
      const opened = await this.insert(trx, facts)
      if (opened) {
        await this.history(trx, opened, "opened", "system", null, null)
        await queueEvents(trx, openedEvents({ ...facts, id: opened }))
        return { id: opened, change: "opened" }
      }
      const known = await findKnown(trx, { "c.key": facts.key })
      if (!known) {
        throw new MedusaError(
          MedusaError.Types.UNEXPECTED_STATE,
          `Case ${facts.key} could be neither written nor read.`,
        )
      }
      const decision = decideCase(asExisting(known), {
        outcome: "found",
        factsHash: caseHash(facts),
      })
      await this.askPerson(trx, known, decision)
      const { action } = decision
      if (action !== "update" && action !== "reopen") return { id: known.id, change: "kept" }
      await trx(TABLE)
        .where({ id: known.id })
        .update({
          ...factColumns(facts),
          ...OPEN,
          version: known.version + 1,
          updated_at: new Date(),
        })
      const change = action === "update" ? "updated" : "reopened"
      if (action === "reopen") await queueEvents(trx, openedEvents({ ...facts, id: known.id }))
      await this.history(trx, known.id, change, "system", null, {
        before: { expected: known.expected, actual: known.actual, status: known.status },
      })
      return { id: known.id, change }
    })
  }

  heal(key: string, why: string): Promise<CaseOutcome | null> {
    return this.sql.transaction(async (trx) => {
      const known = await findKnown(trx, { "c.key": key, "c.status": "open" })
      if (!known) return null
      const decision = decideCase(asExisting(known), { outcome: "whole" })
      await this.askPerson(trx, known, decision)
      if (decision.action !== "heal") return { id: known.id, change: "kept" }
      const now = new Date()
      await trx(TABLE)
        .where({ id: known.id })
        .update({ ...healedColumns(now), version: known.version + 1, updated_at: now })
      await this.history(trx, known.id, "healed", "system", why, null)
      await queueEvents(trx, [resolvedEvent(known.id)])
      return { id: known.id, change: "healed" }
    })
  }

  /**
   * Before a person's decision is carried out: an action that the closed accounts would refuse to
   * write down must not happen at all.
   * @throws ClosedPeriodError
   */
  async refuseSilence(id: string, note: string | null): Promise<void> {
    if (note?.trim()) return
    const rows = await this.sql({ c: TABLE })
      .where({ "c.id": id } as never)
      .whereRaw(IN_CLOSED_PERIOD)
      .select("c.id")
    if (rows.length > 0) throw new ClosedPeriodError(`case ${id}`)
  }

  change(change: CaseChange): Promise<CaseOutcome> {
    return this.sql.transaction(async (trx) => {
      const known = await findKnown(trx, { "c.id": change.id })
      if (!known) {
        throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no case ${change.id}.`)
      }
      if (change.version !== undefined && change.version !== known.version) {
        throw new CaseConflictError(change.id)
      }
      if (known.in_closed_period && change.set.status !== undefined && !change.note?.trim()) {
        throw new ClosedPeriodError(`case ${change.id}`)
      }
      const ends = change.set.status !== undefined && change.set.status !== "open"
      await trx(TABLE)
        .where({ id: known.id })
        .update({
          ...change.set,
          ...(change.set.status !== undefined && { resolved_at: ends ? new Date() : null }),
          version: known.version + 1,
          updated_at: new Date(),
        })
      if (ends) await queueEvents(trx, [resolvedEvent(known.id)])
      await this.history(trx, known.id, change.kind, change.actor, change.note, {
        ...change.data,
        before: Object.fromEntries(
          Object.keys(change.set).map((name) => [name, known[name as keyof CaseRow]]),
        ),
      })
      return { id: known.id, change: "changed" }
    })
  }

  private async insert(trx: SqlConnection, facts: CaseFacts): Promise<string | undefined> {
    const rows = await trx(TABLE)
      .insert({
        id: generateEntityId("", "pecas"),
        key: facts.key,
        status: "open",
        opened_at: new Date(),
        ...factColumns(facts),
      })
      .onConflict(trx.raw("(key) WHERE deleted_at IS NULL") as unknown as string)
      .ignore()
      .returning("id")
    return (rows[0] as { id: string } | undefined)?.id
  }

  /** The accounts are closed: what would be due is shown once, and left to a person. */
  private async askPerson(
    trx: SqlConnection,
    known: KnownCase,
    decision: CaseDecision,
  ): Promise<void> {
    if (decision.action !== "ask_person") return
    const { wanted } = decision
    const last = await trx("pagoefectivo_case_event")
      .where({ case_id: known.id })
      .orderBy([{ column: "at", order: "desc" }])
      .first("kind", "data")
    if (last?.kind === "awaiting_person" && last.data?.wanted === wanted) return
    await this.history(trx, known.id, "awaiting_person", "system", null, { wanted })
  }

  private async history(
    trx: SqlConnection,
    caseId: string,
    kind: string,
    actor: string,
    note: string | null,
    data: Record<string, unknown> | null,
  ): Promise<void> {
    await trx("pagoefectivo_case_event").insert({
      id: generateEntityId("", "peced"),
      case_id: caseId,
      kind,
      actor,
      at: new Date(),
      note,
      data: data && JSON.stringify(data),
    })
  }
}

/** Locks the row until the decision about it is written. */
function findKnown(
  trx: SqlConnection,
  where: Record<string, string>,
): Promise<KnownCase | undefined> {
  return trx<KnownCase>({ c: TABLE })
    .where(where as never)
    .whereNull("c.deleted_at" as never)
    .forUpdate()
    .first(trx.raw(KNOWN_CASE)) as unknown as Promise<KnownCase | undefined>
}
