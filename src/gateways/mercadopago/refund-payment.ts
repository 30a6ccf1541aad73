import Decimal from "decimal.js"
import { GatewayBadAnswerError, GatewayRejectedError } from "../errors"
import type { DecimalAmount, ListedRefund, RefundRequest, RefundResult } from "../gateway"
import { withoutPersonalData } from "../shared/gateway-text"
import { asObject, asText, jsonNumber, member, type JsonObject } from "../shared/json"
import { isChargeableAmount, readMoney } from "../shared/money"
import { CURRENCY } from "./create-request"
import { asPaymentId } from "./payment-id"
import { readRefunded } from "./payment-state"
import { parseWireTime } from "./time"

const STATUSES: readonly string[] = ["approved", "in_process", "rejected"]

export interface PlannedRefund {
  /** Null: all of it was given back already, and there is nothing to ask for. */
  body: Record<string, unknown> | null
  /** What is asked for. */
  amount: DecimalAmount
}

/**
 * Body of `POST …/refunds`: empty for the whole amount, so that it also works where parts are not
 * refunded (error 3024). Of a payment that was given back in part in Mercado Pago's panel, "the rest"
 * is what is left of it there.
 * @throws GatewayRejectedError, before the refund is asked for.
 */
export function planRefund(request: RefundRequest, payment: JsonObject): PlannedRefund {
  const { money: wanted, takesRest } = request
  if (!isChargeableAmount(wanted.amount)) {
    throw notAsked('amount: a decimal above zero with two digits was expected, like "69.90".')
  }
  const currency = member(payment, "currency_id")
  const paid = readMoney(member(payment, "transaction_amount"), currency)
  if (paid === null) return { body: partOf(wanted.amount), amount: wanted.amount }
  if (paid.currency !== wanted.currency) {
    throw notAsked(`currency: found ${wanted.currency}, expected ${paid.currency} as paid.`)
  }
  if (!takesRest && wanted.amount !== paid.amount) {
    return { body: partOf(wanted.amount), amount: wanted.amount }
  }
  const refunded = readRefunded(payment, currency)?.amount ?? 0
  const left = new Decimal(paid.amount).minus(refunded).toFixed(2)
  if (!isChargeableAmount(left)) return { body: null, amount: left }
  return { body: left === paid.amount ? {} : partOf(left), amount: left }
}

function partOf(amount: DecimalAmount): Record<string, unknown> {
  return { amount: jsonNumber(amount) }
}

/** @throws GatewayBadAnswerError; the refund may have been made all the same. */
export function readRefund(answer: unknown, amount: DecimalAmount): RefundResult {
  const refund = asObject(answer)
  const refundId = asPaymentId(member(refund, "id"))
  const status = asText(member(refund, "status"))?.toLowerCase() ?? ""
  if (refundId === null || !isStatus(status)) {
    throw badRefund("without an id and a known status")
  }
  const echo = readMoney(member(refund, "amount"), CURRENCY)
  if (echo !== null && echo.amount !== amount) {
    throw badRefund(`of another amount (${echo.amount}) than asked (${amount})`)
  }
  const reason = asText(member(refund, "reason"))
  return { refundId, status, reason: reason === null ? null : withoutPersonalData(reason) }
}

/**
 * The refunds of a payment, oldest first. One that can't be read is an error: a list with a gap would
 * say that something was not made.
 * @throws GatewayBadAnswerError
 */
export function readRefunds(answer: unknown): ListedRefund[] {
  if (!Array.isArray(answer)) throw badList("no list")
  return answer.map((entry) => {
    const refund = asObject(entry)
    const refundId = asPaymentId(member(refund, "id"))
    const status = asText(member(refund, "status"))?.toLowerCase() ?? ""
    if (refundId === null || !isStatus(status)) throw badList("a refund without id or known status")
    return {
      refundId,
      status,
      amount: readMoney(member(refund, "amount"), CURRENCY)?.amount ?? null,
      createdAt: parseWireTime(member(refund, "date_created")),
    }
  })
}

/** All was given back before it was asked for: the last of those refunds answers for it. */
export function doneBefore(answer: unknown): RefundResult {
  const made = readRefunds(answer).filter(({ status }) => status === "approved")
  const last = made.at(-1)
  if (!last) throw badList("no refund of a payment that was given back")
  return { refundId: last.refundId, status: "approved", reason: null }
}

function isStatus(status: string): status is RefundResult["status"] {
  return STATUSES.includes(status)
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

function badList(what: string): GatewayBadAnswerError {
  return new GatewayBadAnswerError(
    `Mercado Pago answered ${what} when asked to list the refunds.`,
    {
      operation: "refunds",
    },
  )
}
