import { jsonAnswer } from "../http/answer"
import { unknownPayment } from "./answers"
import type { MercadoPagoOperation } from "./context"
import { DEFAULT_SEARCH_PAGE, MAX_SEARCH_PAGE } from "./limits"
import { paymentJson } from "./payment-json"

/** `GET /v1/payments/{id}`. */
export const getPayment: MercadoPagoOperation = (context, { path: [id = ""] }) => {
  const payment = context.book.find(id)
  return payment ? jsonAnswer(200, paymentJson(payment, context)) : unknownPayment()
}

/** `GET /v1/payments/search?external_reference=…`, newest first. */
export const searchPayments: MercadoPagoOperation = (context, { query }) => {
  const reference = query.get("external_reference")
  const offset = Number(query.get("offset") ?? 0)
  const limit = Math.min(Number(query.get("limit") ?? DEFAULT_SEARCH_PAGE), MAX_SEARCH_PAGE)
  const found = context.book
    .list()
    .filter(({ voucher }) => reference === null || voucher.transactionCode === reference)
  return jsonAnswer(200, {
    paging: { total: found.length, limit, offset },
    results: found.slice(offset, offset + limit).map((payment) => paymentJson(payment, context)),
  })
}
