import { jsonAnswer } from "../http/answer"
import { fromDecimalText } from "../money"
import { refuse, refuseByName } from "./answers"
import type { MercadoPagoContext, MercadoPagoOperation } from "./context"
import {
  DEFAULT_LIFETIME_MS,
  MAX_IDEMPOTENCY_KEY,
  MAX_NOTIFICATION_ADDRESS,
  LONGEST_EXPIRATION_MS,
  SHORTEST_EXPIRATION_MS,
} from "./limits"
import { PAGOEFECTIVO_METHOD, paymentJson } from "./payment-json"
import { parsePaymentDate } from "./vendor-time"

type Problem = [message: string, code?: number]
type Fields = Record<string, unknown>

/** `POST /v1/payments`: the same idempotency key answers the same payment. */
export const createPayment: MercadoPagoOperation = (context, { fields, headers }) => {
  const { book, clock } = context
  const key = idempotencyKeyOf(headers)
  if (key === null) {
    return refuse(400, "Header X-Idempotency-Key can't be null")
  }
  const known = book.madeWith(key)
  if (known) {
    return jsonAnswer(201, paymentJson(known, context))
  }
  const problem = fields ? problemOf(fields, context) : (["The body is no JSON object"] as Problem)
  if (problem || !fields) {
    return refuse(400, ...(problem ?? [""]))
  }
  if (context.mercadoPago.notificationUrls === "https" && !isPublic(fields.notification_url)) {
    return refuseByName("invalid_notification_url", "notification_url must be a valid https url")
  }
  const payment = book.create(
    {
      transactionCode: String(fields.external_reference ?? ""),
      centimos: fromDecimalText(fields.transaction_amount) ?? 0,
      currency: "PEN",
      expiresAt:
        parsePaymentDate(fields.date_of_expiration) ??
        new Date(clock.present().getTime() + DEFAULT_LIFETIME_MS),
      fields,
    },
    {
      idempotencyKey: key,
      notificationUrl: typeof fields.notification_url === "string" ? fields.notification_url : null,
    },
  )
  if (!payment) {
    return refuse(500, "The sandbox holds as many codes as it can")
  }
  context.notify(payment, "payment.created")
  return jsonAnswer(201, paymentJson(payment, context))
}

function isPublic(address: unknown): boolean {
  if (address === undefined) return true
  const url = typeof address === "string" && URL.canParse(address) ? new URL(address) : null
  return url !== null && url.protocol === "https:" && url.href.length <= MAX_NOTIFICATION_ADDRESS
}

export function idempotencyKeyOf(headers: { [name: string]: string | string[] | undefined }) {
  const key = headers["x-idempotency-key"]
  return typeof key === "string" && key.length >= 1 && key.length <= MAX_IDEMPOTENCY_KEY
    ? key
    : null
}

function problemOf(fields: Fields, context: MercadoPagoContext): Problem | null {
  return amountProblem(fields, context) ?? payerProblem(fields) ?? expiryProblem(fields, context)
}

function amountProblem(fields: Fields, { mercadoPago }: MercadoPagoContext): Problem | null {
  const { transaction_amount: amount } = fields
  const centimos = typeof amount === "number" ? fromDecimalText(amount) : null
  if (centimos === null) {
    return ["Invalid transaction_amount", 4037]
  }
  const minimum = fromDecimalText(mercadoPago.minimumAmount) ?? 0
  const maximum = fromDecimalText(mercadoPago.maximumAmount) ?? 0
  if (centimos < minimum || centimos > maximum) {
    return ["transaction_amount is outside the allowed amounts", 4037]
  }
  if (fields.payment_method_id !== PAGOEFECTIVO_METHOD) {
    return ["Invalid payment_method_id", 2006]
  }
  return "currency_id" in fields ? ["currency_id must not be sent", 1] : null
}

function payerProblem({ payer, description }: Fields): Problem | null {
  const given = (typeof payer === "object" && payer !== null ? payer : {}) as Fields
  if (typeof given.email !== "string" || !/^[^\s@]+@[^\s@]+$/.test(given.email)) {
    return ["payer.email must be a valid email", 4050]
  }
  if ("name" in given || "surname" in given) {
    return ["payer.name and payer.surname are not allowed; use first_name and last_name", 1]
  }
  return typeof description === "string" && description !== "" ? null : ["Invalid description", 1]
}

function expiryProblem(fields: Fields, { clock }: MercadoPagoContext): Problem | null {
  const { date_of_expiration: wanted } = fields
  if (wanted === undefined) {
    return null
  }
  const expiresAt = parsePaymentDate(wanted)
  const lifetimeMs = (expiresAt?.getTime() ?? 0) - clock.present().getTime()
  return expiresAt === null ||
    lifetimeMs < SHORTEST_EXPIRATION_MS ||
    lifetimeMs > LONGEST_EXPIRATION_MS
    ? ["Invalid date_of_expiration", 23]
    : null
}
