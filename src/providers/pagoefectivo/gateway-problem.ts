import { GatewayError, type GatewayErrorCode } from "../../gateways/errors"
import type { ProblemCode } from "../../voucher/format/problem-code"
import { shopperProblem } from "./shopper-problem"

const NOT_NOW =
  "PagoEfectivo is not answering right now, so no payment code was issued. Try again in a few minutes, or choose another way to pay."
const NOT_HERE =
  "This shop can't take payments with PagoEfectivo at the moment. Choose another way to pay."

/** What a shopper can change, by the gateway's name of the field that it refused. */
const FIELDS = [
  [/e?mail/i, "email_required"],
  [/phone|codecountry/i, "phone_required"],
  [/document|identification/i, "document_required"],
  [/currency/i, "currency_not_supported"],
] as const satisfies [name: RegExp, code: ProblemCode][]

type GatewayProblem = Exclude<GatewayErrorCode, "refund_not_supported"> | (typeof FIELDS)[number][1]

/**
 * What a shopper can do about it. The gateway's own words are for the merchant: they go to the log and
 * to the attempt's record.
 */
const FOR_SHOPPERS: Record<GatewayProblem, string> = {
  gateway_unavailable: NOT_NOW,
  gateway_timeout: NOT_NOW,
  gateway_bad_answer: NOT_NOW,
  circuit_open: NOT_NOW,
  credentials_refused: NOT_HERE,
  voucher_not_found: NOT_HERE,
  gateway_rejected:
    "PagoEfectivo did not accept this purchase. Check its details, or choose another way to pay.",
  amount_too_large:
    "This purchase is above the largest amount of a PagoEfectivo code. Choose another way to pay.",
  amount_too_small:
    "This purchase is below the smallest amount of a PagoEfectivo code. Choose another way to pay.",
  email_required:
    "PagoEfectivo needs a valid e-mail address. Check the one of this purchase and try again.",
  phone_required: "PagoEfectivo needs a valid phone number. Check the address's and try again.",
  document_required:
    "PagoEfectivo needs a valid identity document. Check the one of this purchase and try again.",
  currency_not_supported:
    "PagoEfectivo does not take the currency of this purchase. Choose another way to pay.",
}

/**
 * A gateway's failure as the platform understands it: the cart stays open, and the Store API answers
 * with a sentence for the shopper and the stable code.
 */
export function gatewayProblem(error: unknown): unknown {
  if (!(error instanceof GatewayError)) return error
  const code = problemCodeOf(error)
  return shopperProblem(code, FOR_SHOPPERS[code])
}

/** The stable code of a gateway's failure; a refused field that the shopper can change has its own. */
export function problemCodeOf({ code, fields }: GatewayError): GatewayProblem {
  // Codes are not refunded while they are issued.
  if (code === "refund_not_supported") return "gateway_rejected"
  if (code !== "gateway_rejected") return code
  const named = FIELDS.find(([name]) => fields.some(({ field }) => name.test(field)))
  return named?.[1] ?? code
}

/**
 * The same failure for the merchant's log, without secrets or payer data: what the gateway disliked,
 * and the option that would have helped.
 */
export function gatewayProblemForLog(
  error: unknown,
  { fallbackPhone }: { fallbackPhone?: string },
): string | null {
  if (!(error instanceof GatewayError)) return null
  const own = error.gatewayCode ? `, gateway code ${error.gatewayCode}` : ""
  const advice =
    problemCodeOf(error) === "phone_required" && !fallbackPhone
      ? " Set the option fallbackPhone, which is sent for shoppers without a valid phone, or ask for one at the checkout."
      : ""
  const said = error.gatewayMessage ? ` The gateway says: "${error.gatewayMessage}".` : ""
  return `PagoEfectivo: no code was issued (${error.code}${own}): ${error.message}${said}${advice}`
}
