import { generateEntityId } from "@medusajs/framework/utils"
import { BrandedError } from "../../../errors/branded-error"
import type { ReconciliationReason } from "../../../reconciliation"
import { queueEvents, type NewEvent } from "../events/outbox"
import type { SqlConnection } from "../sql/connection"
import type { CaseRow } from "../types"
import { openedEvents, resolvedEvent } from "./case-events"
import { KNOWN_CASE, type KnownCase } from "./case-row"
import { ClosedPeriodError } from "./closed-period"
import { refused, withReason } from "../../../errors/refusal"

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
      | "status"
      | "resolution"
      | "resolved_by"
      | "assigned_to"
      | "order_id"
      | "voucher_id"
      | "amount_at_risk_centimos"
      | "returned_centimos"
      | "claimed_on"
      | "answer_due"
      | "claim_reference"
    >
  >
}

export class CaseConflictError extends BrandedError {
  constructor(id: string) {
    super(`Case ${id} was changed by somebody else meanwhile. Load it again and decide anew.`)
    withReason(this, { code: "case_changed", values: { id } })
  }
}

/**
 * A person's change to a case, with its line of history and its event in one transaction.
 * @returns the stored events, to be announced after it
 * @throws MedusaError (not_found), CaseConflictError, ClosedPeriodError
 */
export function changeCase(sql: SqlConnection, change: CaseChange): Promise<string[]> {
  return sql.transaction(async (trx) => {
    const known = await lockCase(trx, change.id)
    refuseChange(known, change)
    const { status } = change.set
    const ends = status !== undefined && status !== "open"
    await trx("pagoefectivo_case")
      .where({ id: known.id })
      .update({
        ...change.set,
        ...(status !== undefined && { resolved_at: ends ? new Date() : null }),
        version: known.version + 1,
        updated_at: new Date(),
      })
    await trx("pagoefectivo_case_event").insert({
      id: generateEntityId("", "peced"),
      case_id: known.id,
      kind: change.kind,
      actor: change.actor,
      at: new Date(),
      note: change.note,
      data: JSON.stringify({ ...change.data, before: valuesBefore(known, change) }),
    })
    return queueEvents(trx, eventsOf(known, change))
  })
}

/** @throws MedusaError (not_found) */
export async function lockCase(trx: SqlConnection, id: string): Promise<KnownCase> {
  const known = (await trx({ c: "pagoefectivo_case" })
    .where({ "c.id": id } as never)
    .whereNull("c.deleted_at" as never)
    .forUpdate()
    .first(trx.raw(KNOWN_CASE))) as unknown as KnownCase | undefined
  if (!known) throw refused("no_such_case", { id })
  return known
}

function refuseChange(known: KnownCase, change: CaseChange): void {
  if (change.version !== undefined && change.version !== known.version) {
    throw new CaseConflictError(known.id)
  }
  if (known.in_closed_period && change.set.status !== undefined && !change.note?.trim()) {
    throw new ClosedPeriodError(`case ${known.id}`)
  }
}

function valuesBefore(known: KnownCase, { set }: CaseChange): Record<string, unknown> {
  return Object.fromEntries(Object.keys(set).map((name) => [name, known[name as keyof CaseRow]]))
}

/** A case that a person opens again is told like one that opens. */
function eventsOf(known: KnownCase, { set: { status } }: CaseChange): NewEvent[] {
  if (status === undefined || status === known.status) return []
  if (status !== "open") return [resolvedEvent(known.id)]
  return openedEvents({
    id: known.id,
    reason: known.reason as ReconciliationReason,
    orderId: known.order_id,
    voucherId: known.voucher_id,
  })
}
