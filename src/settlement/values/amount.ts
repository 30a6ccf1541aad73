import { MAX_AMOUNT_CENTIMOS } from "../limits"
import type { RowReason } from "../reasons"
import { takeApart } from "./written-amount"

/** Which character parts soles from céntimos; `auto` tells from the text and refuses to guess. */
export type DecimalMark = "." | "," | "auto"

/** `NaN` stands for "can't be read"; `explainAmount` then says why. */
const UNREADABLE = Number.NaN

const ZERO = 48
const NINE = 57
const MINUS = 45
const PLUS = 43

const GROUPED = {
  ".": /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/,
  ",": /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/,
} as const

const AMBIGUOUS = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/

/**
 * Reads an amount into whole céntimos, without ever going through a fraction: a decimal number, or
 * the ways in which accountants and spreadsheets write signs, currencies and thousands
 * (`written-amount.ts`). With `auto` both `1.234,56` and `1,234.56` are read, and `1,234` is refused:
 * it could be one sol and 234 thousandths as well as a thousand soles.
 * @param currency of the row: an amount that names another one is refused
 * @returns céntimos, or `NaN` when the text is no amount with at most two decimals.
 */
export function readReportAmount(
  cell: string,
  mark: DecimalMark,
  currency: string | null = null,
): number {
  const text = cell.trim()
  const plain = parsePlain(text, mark)
  return plain === plain ? plain : parseWritten(text, mark, currency)
}

function parseWritten(text: string, mark: DecimalMark, currency: string | null): number {
  const written = takeApart(text)
  if (typeof written === "string") return UNREADABLE
  if (written.currency !== null && currency !== null && written.currency !== currency) {
    return UNREADABLE
  }
  const centimos = parseUnsigned(written.digits, mark)
  return written.negative && centimos !== 0 ? -centimos : centimos
}

/** Thousands by blanks and apostrophes too: `1 234,50`, `1'234,567.89`; and `.50`. */
function parseUnsigned(digits: string, mark: DecimalMark): number {
  if (/^[.,]\d{1,2}$/.test(digits)) return parsePlain(`0${digits}`, mark)
  if (/[ ']/.test(digits)) {
    if (mark === "auto" && isAmbiguous(digits)) return UNREADABLE
    const decimal = mark === "auto" ? decimalOf(digits) : mark
    return parseGrouped(digits.replace(/[ ']/g, otherMark(decimal)), decimal)
  }
  const plain = parsePlain(digits, mark)
  return plain === plain ? plain : parseGrouped(digits, mark)
}

function decimalOf(digits: string): "." | "," {
  const last = digits.lastIndexOf(".") > digits.lastIndexOf(",") ? "." : ","
  if (!digits.includes(last)) return "."
  return isRepeated(digits, last) ? otherMark(last) : last
}

/** One mark before three last digits: thousands, or thousandths. */
function isAmbiguous(digits: string): boolean {
  if (AMBIGUOUS.test(digits)) return true
  return /[ ']/.test(digits) && /^[^.,]*[.,]\d{3}$/.test(digits)
}

/** Digits and at most one mark: what nearly every cell holds, so it is kept to one pass. */
function parsePlain(text: string, mark: DecimalMark): number {
  const length = text.length
  const first = text.charCodeAt(0)
  const start = first === MINUS || first === PLUS ? 1 : 0
  let value = 0
  let digits = 0
  let markAt = -1
  for (let at = start; at < length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= ZERO && code <= NINE) {
      if (markAt >= 0 && at - markAt > 2) {
        if (code !== ZERO || mark === "auto") return UNREADABLE
        continue
      }
      value = value * 10 + (code - ZERO)
      digits += 1
      if (value > MAX_AMOUNT_CENTIMOS) return UNREADABLE
    } else if (markAt < 0 && digits > 0 && isMark(text[at], mark)) {
      markAt = at
    } else {
      return UNREADABLE
    }
  }
  if (digits === 0 || markAt === length - 1) return UNREADABLE
  const decimals = markAt < 0 ? 0 : Math.min(length - markAt - 1, 2)
  const centimos = decimals === 2 ? value : decimals === 1 ? value * 10 : value * 100
  if (centimos > MAX_AMOUNT_CENTIMOS) return UNREADABLE
  return first === MINUS && centimos !== 0 ? -centimos : centimos
}

function isMark(character: string | undefined, mark: DecimalMark): boolean {
  return mark === "auto" ? character === "." || character === "," : character === mark
}

function parseGrouped(text: string, mark: DecimalMark): number {
  if (mark === "auto") {
    if (isAmbiguous(text)) return UNREADABLE
    const lastMark = text.lastIndexOf(".") > text.lastIndexOf(",") ? "." : ","
    const decimal = isRepeated(text, lastMark) ? otherMark(lastMark) : lastMark
    const asDecimal = parseTrailingZeros(text, lastMark)
    return asDecimal === asDecimal ? asDecimal : parseGrouped(text, decimal)
  }
  if (!GROUPED[mark].test(text)) return UNREADABLE
  return parsePlain(text.split(otherMark(mark)).join(""), mark)
}

/** `69.9000` or `0.500`: these can't be groups of thousands, so they are not ambiguous. */
function parseTrailingZeros(text: string, mark: "." | ","): number {
  return isRepeated(text, mark) ? UNREADABLE : parsePlain(text, mark)
}

function isRepeated(text: string, mark: string): boolean {
  return text.indexOf(mark) !== text.lastIndexOf(mark)
}

function otherMark(mark: "." | ","): "." | "," {
  return mark === "." ? "," : "."
}

/** What `readReportAmount` would have accepted, for the person who has to correct the cell. */
export function explainAmount(
  cell: string,
  mark: DecimalMark,
  currency: string | null = null,
): RowReason {
  const written = takeApart(cell.trim())
  const values = mark === "," ? COMMA_EXAMPLES : POINT_EXAMPLES
  if (written === "sign") return { code: "amount_sign_unclear", values: { example: "-69.90" } }
  if (written === "text") return { code: "no_amount", values }
  if (written.currency !== null && currency !== null && written.currency !== currency) {
    return { code: "amount_in_other_currency", values: { currency } }
  }
  const text = written.digits
  if (mark === "auto" && isAmbiguous(text)) {
    return { code: "amount_ambiguous", values: { example: "1,234.00" } }
  }
  if (/^\d[\d.,]*$/.test(text) && /[.,]\d{3,}$/.test(text)) {
    return { code: "amount_too_precise", values }
  }
  if (Number(text.replace(",", ".")) > MAX_AMOUNT_CENTIMOS / 100) {
    return { code: "amount_too_large", values: { most: MAX_AMOUNT_CENTIMOS / 100 } }
  }
  return { code: "no_amount", values }
}

const POINT_EXAMPLES = { example: "1,234.56", plain: "1234.56" }
const COMMA_EXAMPLES = { example: "1.234,56", plain: "1234,56" }
