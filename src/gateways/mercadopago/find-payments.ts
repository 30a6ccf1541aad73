import { GatewayBadAnswerError } from "../errors"
import type { GatewayVoucherState } from "../gateway"
import { asObject, asText, member } from "../shared/json"
import { PAYMENT_METHOD } from "./create-request"
import { asPaymentId } from "./payment-id"
import { readPaymentState } from "./payment-state"

/**
 * The PagoEfectivo payments of a search answer that carry exactly this reference, newest first: a
 * search may be lenient, and the account may sell by card under the same reference.
 * @throws GatewayBadAnswerError
 */
export function readFoundPayments(answer: unknown, transactionCode: string): GatewayVoucherState[] {
  const results = member(asObject(answer), "results")
  if (!Array.isArray(results)) {
    throw new GatewayBadAnswerError(
      "Mercado Pago answered a search without a list of payments; a list was expected.",
      { operation: "find" },
    )
  }
  return results.map(asObject).flatMap((payment) => {
    const id = asPaymentId(member(payment, "id"))
    const isOurs =
      asText(member(payment, "external_reference")) === transactionCode.trim() &&
      asText(member(payment, "payment_method_id")) === PAYMENT_METHOD
    return payment !== null && id !== null && isOurs ? [readPaymentState(id, payment)] : []
  })
}
