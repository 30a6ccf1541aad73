import { GatewayBadAnswerError, GatewayRejectedError } from "../errors"
import type { Money, RefundRequest, RefundResult } from "../gateway"
import { withoutPersonalData } from "../shared/gateway-text"
import { asObject, asText, jsonNumber, member } from "../shared/json"
import { isChargeableAmount, readMoney } from "../shared/money"
import { asPaymentId } from "./payment-id"

const STATUSES: readonly string[] = ["approved", "in_process", "rejected"]

/**
 * Body of `POST …/refunds`: empty for the whole amount, so that it also works where parts are not
 * refunded (error 3024). It depends on nothing that the refund itself changes: a repeat says the same.
 * @throws GatewayRejectedError, before the refund is asked for.
 */
export function refundBody(wanted: Money, paid: Money | null): Record<string, unknown> {
  if (!isChargeableAmount(wanted.amount)) {
    throw notAsked('amount: a decimal above zero with two digits was expected, like "69.90".')
  }
  if (paid !== null && paid.currency !== wanted.currency) {
    throw notAsked(`currency: found ${wanted.currency}, expected ${paid.currency} as paid.`)
  }
  return paid?.amount === wanted.amount ? {} : { amount: jsonNumber(wanted.amount) }
}

/** @throws GatewayBadAnswerError; the refund may have been made all the same. */
export function readRefund(answer: unknown, request: RefundRequest): RefundResult {
  const refund = asObject(answer)
  const refundId = asPaymentId(member(refund, "id"))
  const status = asText(member(refund, "status"))?.toLowerCase() ?? ""
  if (refundId === null || !STATUSES.includes(status)) {
    throw badRefund("without an id and a known status")
  }
  const { amount, currency } = request.money
  const echo = readMoney(member(refund, "amount"), currency)
  if (echo !== null && echo.amount !== amount) {
    throw badRefund(`of another amount (${echo.amount}) than asked (${amount})`)
  }
  const reason = asText(member(refund, "reason"))
  return {
    refundId,
    status: status as RefundResult["status"],
    reason: reason === null ? null : withoutPersonalData(reason),
  }
}

function notAsked(message: string): GatewayRejectedError {
  return new GatewayRejectedError(`The refund was not asked for. ${message}`, {
    operation: "refund",
  })
}

function badRefund(what: string): GatewayBadAnswerError {
  return new GatewayBadAnswerError(
    `Mercado Pago answered a refund ${what}. Look at the payment there before repeating it.`,
    { operation: "refund", mayHaveSucceeded: true },
  )
}
