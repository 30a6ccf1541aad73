import type { PaymentLimits } from "./types"

/**
 * Whether a payment method can pay a cart. PagoEfectivo can't above its limit, below its least amount
 * or in another currency; any other method always can, as far as this plugin knows.
 *
 * @param limits what `GET /store/pagoefectivo/limits` answers; without it PagoEfectivo is offered, and
 *   the store has the last word
 */
export function isPaymentMethodOffered(
  providerId: string,
  cart: { total?: number | null; currency_code?: string | null },
  limits: readonly PaymentLimits[] | null | undefined,
): boolean {
  const own = limits?.filter((limit) => limit.provider_id === providerId) ?? []
  if (own.length === 0 || typeof cart.total !== "number") return true
  const currency = cart.currency_code?.toLowerCase()
  const amount = Math.round(cart.total * 100) / 100
  return own.some(
    (limit) =>
      limit.currency_code === currency &&
      amount >= Number(limit.minimum_amount) &&
      amount <= Number(limit.maximum_amount),
  )
}
