import { jsonAnswer } from "../http/answer"
import { refuse, unknownPayment } from "./answers"
import type { MercadoPagoOperation } from "./context"
import { paymentJson } from "./payment-json"

/** `PUT /v1/payments/{id}` with `{"status":"cancelled"}`: only while it waits to be paid. */
export const cancelPayment: MercadoPagoOperation = (context, { path: [id = ""], fields }) => {
  const { book, store } = context
  const payment = book.find(id)
  if (!payment) {
    return unknownPayment()
  }
  if (fields?.status !== "cancelled" && fields?.status !== "canceled") {
    return refuse(400, "Only the status cancelled can be set", 2063)
  }
  if (store.statusOf(payment.voucher) !== "generated") {
    return refuse(400, "The action requested is not valid for the current payment state", 2063)
  }
  payment.voucher.deletedAt = store.nowOf(payment.voucher)
  book.touch(payment)
  context.notify(payment, "payment.updated")
  return jsonAnswer(200, paymentJson(payment, context))
}
