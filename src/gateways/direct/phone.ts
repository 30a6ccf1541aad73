import { DIRECT_FIELD_LIMITS, PHONE_MIN_DIGITS } from "./limits"

export interface WirePhone {
  /** National number, digits only. */
  userPhone: string
  /** `+` and the calling code. */
  userCodeCountry: string
}

/** Calling codes of national numbers, by the payer's country (ISO 3166-1 alpha-2). */
const CALLING_CODES: Readonly<Record<string, string>> = {
  PE: "51",
  AR: "54",
  BO: "591",
  BR: "55",
  CL: "56",
  CO: "57",
  EC: "593",
  ES: "34",
  MX: "52",
  US: "1",
  VE: "58",
}
const PERU = "51"

/** ITU-T E.164: zones 1 and 7 have one digit, these have two, all others three. */
const TWO_DIGIT_CODES = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/

/** A Peruvian mobile typed with its calling code, yet without `+`. */
const BARE_PERUVIAN_MOBILE = /^519\d{8}$/

/** A number as it is typed, up to what follows it: "anexo 12", "ext. 5", "x12", "/" and another number. */
const TYPED_NUMBER = /[+\d(][\d\s().\u2010-\u2015-]*/g

export function callingCode(countryCode: string | undefined): string {
  return `+${CALLING_CODES[countryCode?.toUpperCase() ?? ""] ?? PERU}`
}

/**
 * Splits a phone number into the vendor's two fields. Null when it can't be one (too few or too many
 * digits): a cut number would be somebody else's, and so would one with its extension glued to it.
 */
export function toWirePhone(
  typed: string | undefined,
  countryCode: string | undefined,
): WirePhone | null {
  const number = firstNumber(typed ?? "")
  const international = /^(?:\+|00)/.test(number)
  const digits = number.replace(/^00/, "").replace(/\D/g, "")
  const phone =
    international || BARE_PERUVIAN_MOBILE.test(digits)
      ? splitInternational(digits)
      : { userPhone: digits, userCodeCountry: callingCode(countryCode) }
  const { length } = phone.userPhone
  return length >= PHONE_MIN_DIGITS && length <= DIRECT_FIELD_LIMITS.userPhone ? phone : null
}

function firstNumber(typed: string): string {
  const parts = typed.match(TYPED_NUMBER) ?? []
  return parts.find((part) => part.replace(/\D/g, "").length >= PHONE_MIN_DIGITS) ?? ""
}

function splitInternational(digits: string): WirePhone {
  const codeLength = /^[17]/.test(digits) ? 1 : TWO_DIGIT_CODES.test(digits) ? 2 : 3
  return {
    userPhone: digits.slice(codeLength),
    userCodeCountry: `+${digits.slice(0, codeLength)}`,
  }
}
