import type { MedusaContainer } from "@medusajs/framework/types"
import { fromCentimos } from "../../modules/pagoefectivo/amounts"
import type { CaseFacts, CaseOutcome } from "../../modules/pagoefectivo/cases/case-store"
import type { VoucherRow } from "../../modules/pagoefectivo"
import { announce } from "../announce"
import { pagoEfectivo } from "../container"
import { PagoEfectivoEvents } from "../events"

/** Opens or updates a case, with its events and a line in the voucher's timeline. */
export async function reportCase(
  container: MedusaContainer,
  facts: CaseFacts,
): Promise<CaseOutcome> {
  const outcome = await pagoEfectivo(container).reportCase(facts)
  if (outcome.change !== "opened" && outcome.change !== "reopened") return outcome
  if (facts.voucherId) {
    await pagoEfectivo(container).note(facts.voucherId, "case_opened", "system", {
      case_id: outcome.id,
      reason: facts.reason,
    })
  }
  const { CASE_OPENED, LATE_PAYMENT } = PagoEfectivoEvents
  const about = facts.voucherId ? [outcome.id, facts.voucherId] : outcome.id
  await announce(container, [CASE_OPENED, LATE_PAYMENT], about, facts.orderId)
  return outcome
}

/** A payment that arrived where none should count: what was expected, and what came. */
export function paymentCase(
  reason: "late_payment" | "duplicate_payment" | "orphan_payment" | "reversed",
  voucher: VoucherRow,
  more: {
    orderId: string | null
    detail?: string
    expected: Record<string, string>
    actual?: Record<string, string>
  },
): CaseFacts {
  const amount = fromCentimos(voucher.paid_centimos ?? voucher.amount_centimos)
  return {
    key: `${reason}:${voucher.id}`,
    reason,
    detail: more.detail ?? null,
    expected: more.expected,
    actual: {
      amount,
      ...(voucher.paid_at && { paid_at: new Date(voucher.paid_at).toISOString() }),
      ...more.actual,
    },
    amountAtRisk: amount,
    currencyCode: voucher.paid_currency_code ?? voucher.currency_code,
    providerId: voucher.provider_id,
    voucherId: voucher.id,
    orderId: more.orderId,
  }
}

/** Paid, but not exactly what the voucher asks for: never captured as it is. */
export function mismatchCase(voucher: VoucherRow, orderId: string | null): CaseFacts {
  const currencyDiffers = voucher.paid_currency_code !== voucher.currency_code
  const reason = currencyDiffers ? "currency_mismatch" : "amount_mismatch"
  const paid = voucher.paid_centimos === null ? null : fromCentimos(voucher.paid_centimos)
  return {
    key: `${reason}:${voucher.id}`,
    reason,
    detail: "at_gateway",
    expected: {
      amount: fromCentimos(voucher.amount_centimos),
      currency_code: voucher.currency_code,
    },
    actual: {
      amount: paid ?? "unknown",
      currency_code: voucher.paid_currency_code ?? "unknown",
    },
    amountAtRisk: paid ?? fromCentimos(voucher.amount_centimos),
    currencyCode: voucher.paid_currency_code ?? voucher.currency_code,
    providerId: voucher.provider_id,
    voucherId: voucher.id,
    orderId,
  }
}
