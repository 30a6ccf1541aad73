import { jsonAnswer, type Answer } from "../http/answer"
import { fromDecimalText } from "../money"
import { refuse, unknownPayment } from "./answers"
import type { MercadoPagoContext, MercadoPagoOperation, MercadoPagoRequest } from "./context"
import { idempotencyKeyOf } from "./create-payment"
import { MAX_REFUNDS } from "./limits"
import { amountOf, refundedOf, type BookedPayment } from "./payment-book"
import { refundJson } from "./payment-json"

const DAY_MS = 24 * 60 * 60 * 1_000

/** `POST /v1/payments/{id}/refunds`: all that is left without a body, else `amount`. */
export const refundPayment: MercadoPagoOperation = (context, request) => {
  const payment = context.book.find(request.path[0] ?? "")
  const key = idempotencyKeyOf(request.headers)
  if (!payment) {
    return unknownPayment()
  }
  if (key === null) {
    return refuse(400, "Header X-Idempotency-Key can't be null")
  }
  const known = payment.refunds.find(({ idempotencyKey }) => idempotencyKey === key)
  if (known && context.mercadoPago.repeatedRefundKey === "used") {
    return refuse(404, "X-Idempotency-Key already used", 2032)
  }
  if (known) {
    return jsonAnswer(201, refundJson(payment, known, context))
  }
  const refused = refusalOf(payment, request, context)
  if (refused) {
    return refused
  }
  const left = amountOf(payment) - refundedOf(payment)
  const refund = context.book.refund(payment, {
    centimos: fromDecimalText(request.fields?.amount) ?? left,
    status: context.mercadoPago.refundStatus,
    by: "collector",
    idempotencyKey: key,
  })
  context.notify(payment, "payment.updated")
  return jsonAnswer(201, refundJson(payment, refund, context))
}

/** `GET /v1/payments/{id}/refunds`. */
export const listRefunds: MercadoPagoOperation = (context, { path: [id = ""] }) => {
  const payment = context.book.find(id)
  return payment
    ? jsonAnswer(
        200,
        payment.refunds.map((refund) => refundJson(payment, refund, context)),
      )
    : unknownPayment()
}

/** `GET /v1/payments/{id}/refunds/{refundId}`. */
export const getRefund: MercadoPagoOperation = (context, { path: [id = "", refundId] }) => {
  const payment = context.book.find(id)
  const refund = payment?.refunds.find((one) => String(one.id) === refundId)
  return payment && refund
    ? jsonAnswer(200, refundJson(payment, refund, context))
    : refuse(404, "Refund not found", 2032)
}

function refusalOf(
  payment: BookedPayment,
  { fields, headers }: MercadoPagoRequest,
  { store, mercadoPago }: MercadoPagoContext,
): Answer | null {
  const paidAt = payment.voucher.payments[0]?.paidAt
  const left = amountOf(payment) - refundedOf(payment)
  if (store.statusOf(payment.voucher) !== "paid" || !paidAt || left === 0) {
    return refuse(400, "The action requested is not valid for the current payment state", 2063)
  }
  const ageMs = store.nowOf(payment.voucher).getTime() - paidAt.getTime()
  if (ageMs > mercadoPago.refundWindowDays * DAY_MS) {
    return refuse(404, "Payment too old to be refunded", 2024)
  }
  const { amount } = fields ?? {}
  if (amount !== undefined && typeof amount !== "number") {
    return refuse(400, "The amount attribute must be numeric", 4041)
  }
  const centimos = amount === undefined ? left : fromDecimalText(amount)
  if (centimos === null || centimos > left) {
    return refuse(400, "The amount attribute must be positive and within what is left", 4040)
  }
  if (!mercadoPago.partialRefunds && centimos < amountOf(payment)) {
    return refuse(404, "Partial refund unsupported", 3024)
  }
  if (payment.refunds.length >= MAX_REFUNDS) {
    return refuse(400, "Too many refunds of this payment", 2063)
  }
  const isRendered = headers["x-render-in-process-refunds"] === "true"
  return mercadoPago.refundStatus === "in_process" && !isRendered
    ? refuse(400, "The refund is being processed")
    : null
}
