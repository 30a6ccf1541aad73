import type { SearchTerms } from "../../../../modules/pagoefectivo"
import { MAX_CENTIMOS } from "../../../../peru/limits"
import { MAX_CIP_DIGITS } from "../../../../voucher/limits"
import { MAX_DISPLAY_ID } from "../../../support/order-numbers"

const MIN_ENDING_DIGITS = 4
const MIN_PHONE_DIGITS = 7
const MAX_PHONE_DIGITS = 13
const MIN_NAME_LETTERS = 3
const MAX_NAME_WORDS = 5
const MIN_ID_CHARACTERS = 6
const MIN_EMAIL_CHARACTERS = 3
const PERU = "51"
/** As Medusa makes them: `order_01K…`. */
const RECORD_ID = /^[a-z]+_[0-9A-Z]{26}/

const NOTHING: Omit<SearchTerms, "text"> = {
  code: null,
  codeEnding: null,
  orderNumber: null,
  amountCentimos: null,
  id: null,
  email: null,
  emailBeginning: null,
  phone: null,
  name: [],
}

/**
 * What a text that a person typed may mean. A text may mean several things (`1042` an order and the
 * end of a code); what says itself which of them it is (`#1042`, `S/ 69.90`) means only that.
 */
export function readSearch(typed: string): SearchTerms {
  const text = typed.normalize("NFC").replace(/\s+/gu, " ").trim()
  const nothing = { text, ...NOTHING }
  const numbered = /^#\s?(\d+)$/.exec(text)?.[1]
  if (numbered) return { ...nothing, orderNumber: displayId(numbered) }
  const amountCentimos = readAmount(text)
  if (amountCentimos !== null) return { ...nothing, amountCentimos }
  if (text.includes("@")) return { ...nothing, ...emailOf(text.toLowerCase()) }
  return {
    ...nothing,
    ...codeOf(text),
    orderNumber: /^\d+$/.test(text) ? displayId(text) : null,
    id: isId(text) ? text : null,
    emailBeginning: isEmailBeginning(text) ? text.toLowerCase() : null,
    phone: readPhone(text),
    name: readName(text),
  }
}

function displayId(digits: string): number | null {
  const number = Number(digits)
  return number > 0 && number <= MAX_DISPLAY_ID ? number : null
}

const CURRENCY = /^(?:s\/\.?|us\$|usd|pen|\$)\s?/i
const WITH_CENTIMOS = /^(?:\d+|\d{1,3}(?:,\d{3})+)[.](\d{1,2})$|^(\d+),(\d{2})$/
const WHOLE = /^(?:\d+|\d{1,3}(?:,\d{3})+)$/
const GROUPED = /^\d{1,3}(?:,\d{3})+$/

/** `69.90`, `1,234.50`, `69,90`, `S/ 70`: a number alone is none, as it may be so much else. */
function readAmount(text: string): number | null {
  const number = text.replace(CURRENCY, "")
  const isMoney = number !== text
  if (WITH_CENTIMOS.test(number)) {
    const [whole = "", fraction = ""] = /,\d{2}$/.test(number)
      ? number.split(",")
      : number.replaceAll(",", "").split(".")
    return centimos(whole, fraction.padEnd(2, "0"))
  }
  if (GROUPED.test(number) || (isMoney && WHOLE.test(number))) {
    return centimos(number.replaceAll(",", ""), "00")
  }
  return null
}

function centimos(whole: string, fraction: string): number | null {
  const value = Number(whole + fraction)
  return value <= MAX_CENTIMOS ? value : null
}

/** Digits, also in groups with blanks, dots or hyphens between. */
function codeOf(text: string): Pick<SearchTerms, "code" | "codeEnding"> {
  const digits = text.replace(/[\s.-]/gu, "")
  if (!/^\d+$/.test(digits) || !/^\d/.test(text)) return { code: null, codeEnding: null }
  const isCode = digits.length <= MAX_CIP_DIGITS
  return {
    code: isCode ? digits : null,
    codeEnding: isCode && digits.length >= MIN_ENDING_DIGITS ? digits : null,
  }
}

function isId(text: string): boolean {
  return text.length >= MIN_ID_CHARACTERS && /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(text)
}

function emailOf(text: string): Pick<SearchTerms, "email" | "emailBeginning"> {
  const isWhole = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
  return { email: isWhole ? text : null, emailBeginning: isWhole ? null : text }
}

/** What stands before the `@`, when it is no number and no id. */
function isEmailBeginning(text: string): boolean {
  if (text.length < MIN_EMAIL_CHARACTERS || RECORD_ID.test(text)) return false
  return /^[^\s@]*\p{L}[^\s@]*$/u.test(text)
}

/** `987654321`, `+51 987 654 321`, `(01) 444-1234`: the digits by which Peru knows it. */
function readPhone(text: string): string | null {
  if (!/^[+\d\s().-]+$/u.test(text)) return null
  const digits = text.replace(/\D/g, "").replace(/^0+/, "")
  const national =
    digits.startsWith(PERU) && digits.length > PERU.length + MIN_PHONE_DIGITS
      ? digits.slice(PERU.length)
      : digits
  const isPhone = national.length >= MIN_PHONE_DIGITS && national.length <= MAX_PHONE_DIGITS
  return isPhone ? national : null
}

/** In lower case and without accents, as names are compared. */
function readName(text: string): string[] {
  const plain = text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC")
  if (!/^[\p{L}\s.'’-]+$/u.test(plain)) return []
  const words = plain.split(" ").slice(0, MAX_NAME_WORDS)
  const letters = plain.replace(/[^\p{L}]/gu, "").length
  // Two Chinese characters are a whole name.
  return letters >= MIN_NAME_LETTERS || /\p{Script=Han}/u.test(plain) ? words : []
}
