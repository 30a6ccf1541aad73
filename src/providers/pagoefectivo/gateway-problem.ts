import { GatewayError, type GatewayErrorCode } from "../../gateways/errors"
import type { ProblemCode } from "../../voucher/format/problem-code"
import { shopperProblem } from "./shopper-problem"

const NOT_NOW =
  "PagoEfectivo is not answering right now, so no payment code was issued. Try again in a few minutes, or choose another way to pay."
const NOT_HERE =
  "This shop can't take payments with PagoEfectivo at the moment. Choose another way to pay."

/** What a shopper can do about it. What the merchant has to do goes to the log. */
const FOR_SHOPPERS: Partial<Record<GatewayErrorCode, string>> = {
  gateway_unavailable: NOT_NOW,
  gateway_timeout: NOT_NOW,
  gateway_bad_answer: NOT_NOW,
  circuit_open: NOT_NOW,
  credentials_refused: NOT_HERE,
  voucher_not_found: NOT_HERE,
}

/** What a shopper can change, by the gateway's name of the field that it refused. */
const FIELDS: [name: RegExp, code: ProblemCode][] = [
  [/e?mail/i, "email_required"],
  [/phone|codecountry/i, "phone_required"],
  [/document|identification/i, "document_required"],
  [/currency/i, "currency_not_supported"],
]

/**
 * A gateway's failure as the platform understands it: the cart stays open, and the Store API answers
 * with a sentence for the shopper and the stable code.
 */
export function gatewayProblem(error: unknown): unknown {
  if (!(error instanceof GatewayError)) return error
  const refused = error.fields.map(({ field, message }) => `${field}: ${message}`).join("; ")
  const sentence = FOR_SHOPPERS[error.code] ?? error.message
  return shopperProblem(codeOf(error), `${sentence}${refused ? ` (${refused})` : ""}`)
}

function codeOf({ code, fields }: GatewayError): ProblemCode {
  // Codes are not refunded while they are issued.
  if (code === "refund_not_supported") return "gateway_rejected"
  if (code !== "gateway_rejected") return code
  const named = FIELDS.find(([name]) => fields.some(({ field }) => name.test(field)))
  return named?.[1] ?? code
}

/** The same failure for the merchant's log: the gateway's own words, without secrets or payer data. */
export function gatewayProblemForLog(error: unknown): string | null {
  if (!(error instanceof GatewayError)) return null
  const own = error.gatewayCode ? `, gateway code ${error.gatewayCode}` : ""
  return `PagoEfectivo: no code was issued (${error.code}${own}): ${error.message}`
}
