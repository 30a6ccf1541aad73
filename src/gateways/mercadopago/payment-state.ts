import Decimal from "decimal.js"
import type { GatewayVoucherState, GatewayVoucherStatus, Money } from "../gateway"
import { asCip, asObject, asText, member, type JsonObject } from "../shared/json"
import { MAX_GATEWAY_TEXT } from "../shared/limits"
import { readMoney } from "../shared/money"
import { fitText } from "../shared/text"
import { asPaymentId } from "./payment-id"
import { parseWireTime } from "./time"

/** A buyer disputes the payment: Mercado Pago holds the money until that is decided. */
const IN_MEDIATION = "in_mediation"
const WEB_ADDRESS = /^https?:\/\/\S+$/i

export interface PaymentFacts {
  /** `status`, in lower case. */
  status: string
  /** `status_detail`, in lower case. */
  detail: string
  paidAt: Date | null
  expiresAt: Date | null
  /** Whether anybody but the merchant gave money back. */
  givenBackByOthers: boolean
}

/**
 * Decides the state of a payment (statuses: reference 2.4).
 *
 * | Mercado Pago says | state |
 * |---|---|
 * | pending, in_process | waiting; with an approval date: unknown, for the two contradict |
 * | approved | paid, also when a part was refunded |
 * | in_mediation | paid, and held by the dispute; without an approval date: unknown |
 * | cancelled (canceled): expired | expired |
 * | cancelled: by the collector, the payer, anything else | voided |
 * | rejected | voided: it can't be paid |
 * | refunded by Mercado Pago (`by_admin`, source not the collector), or paid after the deadline | reversed: the payer has the money back |
 * | refunded by the merchant | refunded |
 * | charged_back | reversed; `reimbursed`: paid, for the merchant has won the dispute |
 * | authorized, anything else | unknown |
 */
export function paymentStatus(facts: PaymentFacts): GatewayVoucherStatus {
  const { status, detail, paidAt } = facts
  switch (status) {
    case "pending":
    case "in_process":
      return paidAt === null ? "waiting" : "unknown"
    case "approved":
      return "paid"
    case IN_MEDIATION:
      return paidAt === null ? "unknown" : "paid"
    case "cancelled":
    case "canceled":
      return statusOfCancelled(facts)
    case "rejected":
      return "voided"
    case "refunded":
      return isGivenBackByGateway(facts) ? "reversed" : "refunded"
    case "charged_back":
      return detail === "reimbursed" ? "paid" : "reversed"
    default:
      return "unknown"
  }
}

/** Paid after the deadline, Mercado Pago returns the money; a cancelled payment then has a date. */
function statusOfCancelled(facts: PaymentFacts): GatewayVoucherStatus {
  if (facts.paidAt !== null) {
    return isGivenBackByGateway(facts) ? "reversed" : "unknown"
  }
  return facts.detail === "expired" ? "expired" : "voided"
}

function isGivenBackByGateway(facts: PaymentFacts): boolean {
  const { detail, paidAt, expiresAt, givenBackByOthers } = facts
  const isLate = paidAt !== null && expiresAt !== null && paidAt > expiresAt
  return isLate || detail === "by_admin" || givenBackByOthers
}

/** A payment as `GET` and `search` answer it. `gatewayId` is kept as it was asked for. */
export function readPaymentState(gatewayId: string, payment: JsonObject): GatewayVoucherState {
  const status = asText(member(payment, "status"))?.toLowerCase() ?? ""
  const detail = asText(member(payment, "status_detail"))?.toLowerCase() ?? ""
  const currency = member(payment, "currency_id")
  const paidAt = parseWireTime(member(payment, "date_approved"))
  const expiresAt = parseWireTime(member(payment, "date_of_expiration"))
  const decided = paymentStatus({
    status,
    detail,
    paidAt,
    expiresAt,
    givenBackByOthers: hasForeignRefund(payment),
  })
  const isRemoved = decided === "expired" || decided === "voided"
  const { cip, url } = readCode(payment)
  return {
    gatewayId,
    status: decided,
    rawStatus: fitText([status, detail].join(" "), MAX_GATEWAY_TEXT) ?? null,
    transactionCode: asText(member(payment, "external_reference")),
    money: readMoney(member(payment, "transaction_amount"), currency),
    createdAt: parseWireTime(member(payment, "date_created")),
    expiresAt,
    paidAt,
    removedAt: isRemoved ? parseWireTime(member(payment, "date_last_updated")) : null,
    cip,
    url,
    refunded: readRefunded(payment, currency),
    held: status === IN_MEDIATION,
  }
}

/** The payable code and its page in `transaction_details`; the two code fields say the same. */
export function readCode(payment: JsonObject): { cip: string | null; url: string | null } {
  const details = asObject(member(payment, "transaction_details"))
  const url = asText(member(details, "external_resource_url"))
  return {
    cip:
      asCip(member(details, "payment_method_reference_id")) ??
      asCip(member(details, "verification_code")),
    url: url !== null && WEB_ADDRESS.test(url) ? url : null,
  }
}

/** Whether this is the payment that was asked for. */
export function isPayment(payment: JsonObject | null, id: string): payment is JsonObject {
  return asPaymentId(member(payment, "id")) === id
}

export function readRefunded(payment: JsonObject, currency: unknown): Money | null {
  const refunded = readMoney(member(payment, "transaction_amount_refunded"), currency)
  return refunded === null || new Decimal(refunded.amount).isZero() ? null : refunded
}

/** `refunds[].source` names who gave the money back: the collector is the merchant. */
function hasForeignRefund(payment: JsonObject): boolean {
  const refunds = member(payment, "refunds")
  return (Array.isArray(refunds) ? refunds : [])
    .map((refund) => asObject(member(asObject(refund), "source")) ?? sourcesOf(refund))
    .flat()
    .map((source) => asText(member(asObject(source), "type"))?.toLowerCase())
    .some((type) => type !== undefined && type !== "collector")
}

function sourcesOf(refund: unknown): unknown[] {
  const source = member(asObject(refund), "source")
  return Array.isArray(source) ? source : []
}
