import { GatewayRejectedError, type RejectedField } from "../errors"
import type { IssueRequest, Payer } from "../gateway"
import { toWireDocument } from "./document"
import { jsonNumber } from "../shared/json"
import { isWireTime, toLimaTimestamp } from "./lima-time"
import { DIRECT_FIELD_LIMITS } from "./limits"
import { isChargeableAmount, isGatewayCurrency } from "../shared/money"
import type { DirectSettings } from "./options"
import { callingCode, toWirePhone } from "./phone"
import { cleanText, codePoints, fitText } from "../shared/text"

/** The vendor's own codes, used here for what is refused before any call. */
const REQUIRED = "112"
const INVALID = "113"

const E_MAIL = /^[^\s@]+@[^\s@]+$/

/** The vendor's free text for a country; codes are seen as well. */
const COUNTRY_NAMES: Readonly<Record<string, string>> = { PE: "PERU", EC: "ECUADOR" }

type RequestSettings = Pick<
  DirectSettings,
  "serviceId" | "adminEmail" | "fallbackPhone" | "documentTypes"
>

/**
 * Body of `POST /cips` (reference 2.1). Texts are cut to their limits by code points; what would become
 * something else when cut (e-mail, reference, phone, document) never is. Fields without a value are
 * left out.
 * @throws GatewayRejectedError, before any call, naming every field that can't be sent.
 */
export function buildCipRequest(
  request: IssueRequest,
  settings: RequestSettings,
): Record<string, unknown> {
  const problems = findProblems(request)
  if (problems.length > 0) {
    const list = problems.map(({ field, message }) => `${field}: ${message}`).join(" ")
    throw new GatewayRejectedError(`The code was not asked for. ${list}`, {
      operation: "issue",
      fields: problems,
    })
  }
  return withoutUndefined({
    currency: request.money.currency,
    amount: jsonNumber(request.money.amount),
    transactionCode: request.transactionCode,
    dateExpiry: toLimaTimestamp(request.expiresAt),
    ...conceptFields(request.concept),
    adminEmail: cleanText(settings.adminEmail),
    ...payerFields(request.payer, settings),
    serviceId: settings.serviceId,
  })
}

/** A concept that is too long is kept whole beside its short form. */
function conceptFields(concept: string): Record<string, unknown> {
  const clean = cleanText(concept) ?? ""
  const isCut = codePoints(clean) > DIRECT_FIELD_LIMITS.paymentConcept
  return {
    paymentConcept: fitText(clean, DIRECT_FIELD_LIMITS.paymentConcept),
    additionalData: isCut ? fitText(clean, DIRECT_FIELD_LIMITS.additionalData) : undefined,
  }
}

function payerFields(payer: Payer, settings: RequestSettings): Record<string, unknown> {
  const country = payer.countryCode?.trim().toUpperCase()
  const phone = toWirePhone(payer.phone, country) ?? toWirePhone(settings.fallbackPhone, undefined)
  return {
    userEmail: payer.email.trim(),
    userId: cleanText(payer.customerId),
    userName: fitText(payer.firstName, DIRECT_FIELD_LIMITS.userName),
    userLastName: fitText(payer.lastName, DIRECT_FIELD_LIMITS.userLastName),
    userCountry: fitText(COUNTRY_NAMES[country ?? ""] ?? country, DIRECT_FIELD_LIMITS.userCountry),
    ...toWireDocument(payer.document, settings.documentTypes),
    userPhone: phone?.userPhone,
    userCodeCountry: phone?.userCodeCountry ?? callingCode(country),
  }
}

function findProblems({ transactionCode, money, expiresAt, payer }: IssueRequest): RejectedField[] {
  const email = (payer.email ?? "").trim()
  const codeLength = codePoints(transactionCode)
  return [
    problem(email === "", "userEmail", REQUIRED, "an e-mail address is required."),
    problem(
      email !== "" && !E_MAIL.test(email),
      "userEmail",
      INVALID,
      "this is no e-mail address; name@host was expected.",
    ),
    problem(
      codePoints(email) > DIRECT_FIELD_LIMITS.userEmail,
      "userEmail",
      INVALID,
      `found ${codePoints(email)} characters, expected at most ${DIRECT_FIELD_LIMITS.userEmail}.`,
    ),
    problem(
      codeLength < 1 || codeLength > DIRECT_FIELD_LIMITS.transactionCode,
      "transactionCode",
      INVALID,
      `found ${codeLength} characters, expected 1 to ${DIRECT_FIELD_LIMITS.transactionCode}.`,
    ),
    problem(
      !isChargeableAmount(money.amount),
      "amount",
      INVALID,
      'a decimal above zero with two digits was expected, for example "69.90".',
    ),
    problem(!isGatewayCurrency(money.currency), "currency", INVALID, "PEN or USD was expected."),
    problem(!isWireTime(expiresAt), "dateExpiry", INVALID, "a valid point in time was expected."),
  ].flat()
}

function problem(found: boolean, field: string, code: string, message: string): RejectedField[] {
  return found ? [{ field, code, message }] : []
}

function withoutUndefined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
