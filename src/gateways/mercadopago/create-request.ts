import { GatewayRejectedError, type RejectedField } from "../errors"
import type { IssueRequest } from "../gateway"
import { jsonNumber } from "../shared/json"
import { isChargeableAmount } from "../shared/money"
import { codePoints, fitText } from "../shared/text"
import { toIdentification } from "./document"
import { MERCADO_PAGO_FIELD_LIMITS } from "./limits"
import { toWireTime, withinWindow } from "./time"

/** PagoEfectivo among Mercado Pago's means of payment in Peru. */
export const PAYMENT_METHOD = "pagoefectivo_atm"

/** Peru's site sells in soles only; `currency_id` must not even be sent. */
export const CURRENCY = "PEN"

const E_MAIL = /^[^\s@]+@[^\s@]+$/

/**
 * Body of `POST /v1/payments` (reference 2.2). The amount is a JSON number with its two digits as they
 * are; fields without a value are left out.
 * @throws GatewayRejectedError, before any call, naming every field that can't be sent.
 */
export function buildPaymentRequest(
  request: IssueRequest,
  notificationUrl: string | null,
  now: Date,
): Record<string, unknown> {
  assertSendable(request)
  const { money, transactionCode, concept, payer, expiresAt } = request
  return {
    transaction_amount: jsonNumber(money.amount),
    description: fitText(concept, MERCADO_PAGO_FIELD_LIMITS.description) ?? transactionCode,
    payment_method_id: PAYMENT_METHOD,
    external_reference: transactionCode,
    date_of_expiration: toWireTime(withinWindow(expiresAt, now)),
    notification_url: notificationUrl ?? undefined,
    payer: {
      email: payer.email.trim(),
      first_name: fitText(payer.firstName, MERCADO_PAGO_FIELD_LIMITS.name),
      last_name: fitText(payer.lastName, MERCADO_PAGO_FIELD_LIMITS.name),
      identification: toIdentification(payer.document),
    },
  }
}

function assertSendable(request: IssueRequest): void {
  const fields = findProblems(request)
  if (fields.length > 0) {
    const list = fields.map(({ field, message }) => `${field}: ${message}`).join(" ")
    throw new GatewayRejectedError(`The code was not asked for. ${list}`, {
      operation: "issue",
      fields,
    })
  }
}

function findProblems({ transactionCode, money, expiresAt, payer }: IssueRequest): RejectedField[] {
  const email = (payer.email ?? "").trim()
  const codeLength = codePoints(transactionCode.trim())
  const problems: [found: boolean, field: string, message: string][] = [
    [!E_MAIL.test(email), "payer.email", "an e-mail address (name@host) was expected."],
    [
      codePoints(email) > MERCADO_PAGO_FIELD_LIMITS.email,
      "payer.email",
      `found ${codePoints(email)} characters, expected at most ${MERCADO_PAGO_FIELD_LIMITS.email}.`,
    ],
    [
      codeLength < 1 || codeLength > MERCADO_PAGO_FIELD_LIMITS.externalReference,
      "external_reference",
      `found ${codeLength} characters, expected 1 to ${MERCADO_PAGO_FIELD_LIMITS.externalReference}.`,
    ],
    [
      !isChargeableAmount(money.amount),
      "transaction_amount",
      'a decimal above zero with two digits was expected, for example "69.90".',
    ],
    [
      money.currency !== CURRENCY,
      "currency",
      `found ${money.currency}, expected ${CURRENCY}: Mercado Pago Peru sells in soles only.`,
    ],
    [
      Number.isNaN(expiresAt.getTime()),
      "date_of_expiration",
      "a valid point in time was expected.",
    ],
  ]
  return problems
    .filter(([found]) => found)
    .map(([, field, message]) => ({ field, code: "invalid", message }))
}
