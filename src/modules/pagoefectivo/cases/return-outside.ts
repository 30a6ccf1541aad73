import type { Context } from "@medusajs/framework/types"
import { refused } from "../../../errors/refusal"
import { formatCentimos } from "../../../peru/centimos"
import { transactionOf, type ModuleData } from "../module-data"
import type { SqlConnection } from "../sql/connection"
import type { Refunds } from "../vouchers/refunds"
import { changeCase, lockCase, type CaseChange } from "./change-case"
import type { KnownCase } from "./case-row"

/** A transfer by which a person gave money of a case back. */
export interface OutsideReturn {
  caseId: string
  /** In céntimos; null: all that is still at risk. */
  amount: number | null
  /** The bank's; each transfer has its own, so that the same one is not counted twice. */
  reference: string
  note: string | null
  /** The version that the person saw. */
  version?: number | undefined
  /** An admin user's id. */
  actor: string
}

const KIND = "refunded_outside"

/**
 * Refund, case and history in one transaction. The case stays open with the rest at risk, and closes
 * when all is given back. Told again with the same reference and amount it changes nothing.
 * @returns the stored events, to be announced after it
 * @throws MedusaError (not_found; not_allowed for a closed case; invalid_data for an amount beyond what
 *   is at risk, or a reference that stands for another amount), CaseConflictError
 */
export function returnOutside(
  data: ModuleData,
  refunds: Refunds,
  given: OutsideReturn,
): Promise<string[]> {
  return data.inTransaction(async (context) => {
    const trx = transactionOf(context)
    const known = await lockCase(trx, given.caseId)
    if (known.status !== "open")
      throw refused("case_is_decided", { id: known.id, status: known.status })
    if (await wasTold(trx, known, given)) return []
    const amount = amountOf(known, given)
    const told = amount > 0 ? await recordRefund(context, refunds, { known, given, amount }) : []
    return [...told, ...(await changeCase(trx, changeOf(known, given, amount)))]
  })
}

/** Nothing is left of a case that was closed by giving all back, and opened again. */
function isAllReturned(known: KnownCase): boolean {
  return known.amount_at_risk_centimos === 0 && known.returned_centimos > 0
}

async function wasTold(
  trx: SqlConnection,
  known: KnownCase,
  { reference, amount }: OutsideReturn,
): Promise<boolean> {
  if (isAllReturned(known)) return false
  const earlier = (await trx("pagoefectivo_case_event")
    .where({ case_id: known.id, kind: KIND } as never)
    .whereRaw("data ->> 'reference' = ?", [reference])
    .first(trx.raw("data ->> 'amount' AS amount"))) as { amount: string | null } | undefined
  if (!earlier) return false
  if (amount !== null && earlier.amount === formatCentimos(amount)) return true
  throw refused("transfer_recorded_already", {
    reference,
    recorded: earlier.amount ?? "all of it",
    currency: known.currency_code,
  })
}

function amountOf(known: KnownCase, { amount }: OutsideReturn): number {
  const rest = known.amount_at_risk_centimos
  if (amount === null && (rest > 0 || isAllReturned(known))) return rest
  if (amount !== null && amount > 0 && amount <= rest) return amount
  const expected = rest > 0 ? `0.01 to ${formatCentimos(rest)}` : "none"
  throw refused("return_not_at_risk", {
    found: amount === null ? "nothing" : formatCentimos(amount),
    expected,
    rest: formatCentimos(rest),
    currency: known.currency_code,
  })
}

interface Part {
  known: KnownCase
  given: OutsideReturn
  amount: number
}

/** Money of a line that belongs to no voucher stands in the case only. */
async function recordRefund(
  context: Context,
  refunds: Refunds,
  { known, given, amount }: Part,
): Promise<string[]> {
  if (!known.voucher_id) return []
  const { eventIds } = await refunds.recordWithin(context, known.voucher_id, {
    status: "transferred",
    idempotencyKey: `case:${known.id}:${given.reference}`,
    amount: formatCentimos(amount),
    reference: given.reference,
    recordedBy: given.actor,
  })
  return eventIds
}

function changeOf(known: KnownCase, given: OutsideReturn, amount: number): CaseChange {
  const rest = known.amount_at_risk_centimos - amount
  return {
    id: known.id,
    version: given.version,
    kind: KIND,
    actor: given.actor,
    note: given.note,
    data: {
      reference: given.reference,
      amount: formatCentimos(amount),
      rest: formatCentimos(rest),
      currency_code: known.currency_code,
    },
    set: {
      returned_centimos: known.returned_centimos + amount,
      // A closed case goes on saying what it was about.
      ...(rest > 0
        ? { amount_at_risk_centimos: rest }
        : { status: "resolved" as const, resolution: KIND, resolved_by: given.actor }),
    },
  }
}
