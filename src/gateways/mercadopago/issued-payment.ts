import { GatewayBadAnswerError, GatewayRejectedError } from "../errors"
import type { IssuedVoucher, IssueRequest } from "../gateway"
import { asObject, asText, member, type JsonObject } from "../shared/json"
import { readMoney } from "../shared/money"
import { CURRENCY } from "./create-request"
import { asPaymentId } from "./payment-id"
import { readCode } from "./payment-state"
import { parseWireTime } from "./time"

/** A repeated request gets the payment that the first one made; by then it may have been paid. */
const USABLE = ["pending", "in_process", "approved"]
/** Made, and yet nobody can pay it. */
const CLOSED = ["rejected", "cancelled", "canceled"]

/**
 * Reads the answer of `POST /v1/payments`. It must be about what was asked: a code for another amount
 * or reference must never reach a shopper.
 * @throws GatewayBadAnswerError; a code may exist all the same. GatewayRejectedError when Mercado Pago
 * made a payment that can't be paid.
 */
export function readIssuedPayment(
  answer: unknown,
  request: IssueRequest,
  sentExpiry: Date,
): IssuedVoucher {
  const payment = asObject(answer)
  const id = asPaymentId(member(payment, "id"))
  if (payment === null || id === null) {
    throw badPayment("without an id")
  }
  assertEcho(payment, request)
  assertUsable(payment)
  const { cip, url } = readCode(payment)
  if (cip === null) {
    throw badPayment("without a payable code")
  }
  return {
    gatewayId: id,
    cip,
    transactionCode: request.transactionCode,
    money: { ...request.money },
    expiresAt: parseWireTime(member(payment, "date_of_expiration")) ?? sentExpiry,
    url,
  }
}

function assertEcho(payment: JsonObject, { money, transactionCode }: IssueRequest): void {
  const currency = asText(member(payment, "currency_id")) ?? CURRENCY
  const echo = readMoney(member(payment, "transaction_amount"), currency)
  if (echo?.amount !== money.amount) {
    throw badPayment("for another amount than asked")
  }
  if (echo.currency !== money.currency) {
    throw badPayment("in another currency than asked")
  }
  if (asText(member(payment, "external_reference")) !== transactionCode.trim()) {
    throw badPayment("for another reference than asked")
  }
}

function assertUsable(payment: JsonObject): void {
  const status = asText(member(payment, "status"))?.toLowerCase() ?? ""
  if (CLOSED.includes(status)) {
    throw new GatewayRejectedError(
      `Mercado Pago made a payment that can't be paid (${status}). Ask for a new code.`,
      { operation: "issue", gatewayCode: asText(member(payment, "status_detail")) ?? status },
    )
  }
  if (!USABLE.includes(status)) {
    throw badPayment("in a state that no new payment has")
  }
}

function badPayment(what: string): GatewayBadAnswerError {
  return new GatewayBadAnswerError(
    `Mercado Pago answered a payment ${what}. The code is not used; it can be looked for by its reference.`,
    { operation: "issue", mayHaveSucceeded: true },
  )
}
