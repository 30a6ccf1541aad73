/** An amount as a person or a spreadsheet wrote it, taken apart. */
export interface WrittenAmount {
  /** Digits and the marks between them, without sign and currency. */
  digits: string
  negative: boolean
  /** ISO 4217, where the cell names one. */
  currency: string | null
}

/** Why a text can't be taken apart; see `explainAmount`. */
export type UnclearAmount = "sign" | "text"

/**
 * Names of currencies, longest first. `$` alone is the dollar where it stands beside `S/`; whoever
 * reads a cell compares it with the row's currency.
 */
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/^(?:nuevos )?sol(?:es)?$/, "PEN"],
  [/^s\/\.?$/, "PEN"],
  [/^(?:us\$|u\$s|\$|d[oó]lar(?:es)?)$/, "USD"],
]
const NAME = String.raw`nuevos soles|soles|sol|s\/\.?|us\$|u\$s|\$|d[oó]lares|d[oó]lar|[a-z]{3}`
const NAME_BEFORE = new RegExp(`^(${NAME})(?=[ \\d(.,+-])`, "i")
const NAME_BEHIND = new RegExp(`(?<=[ \\d).,+-])(${NAME})$`, "i")

/** Credit and debit: some programs mean the sign of a bank's account by them, some the opposite. */
const SIDE = /(?<=[ \d)])\(?(?:cr|dr|db|cd|c|d|h)\.?\)?$/i

/** `S/.50` may be fifty soles after `S/.`, or fifty céntimos after `S/`. */
const POINT_OF_WHICH = /s\/\.\d+$/i

const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const MINUS_SIGNS = /[\u2010-\u2015\u2212\ufe63]/g
const APOSTROPHES = /[\u2018\u2019\u02bc\u00b4`]/g
const FULL_WIDTH = /[\uff01-\uff5e]/g
const FULL_WIDTH_OFFSET = 0xfee0

/**
 * Takes sign, currency and digits of an amount apart: `S/ 69.90`, `(69.90)`, `69,90-`, `US$ −1 234.50`.
 * What says its sign twice, or by "CR" and "DR", is not guessed.
 */
export function takeApart(text: string): WrittenAmount | UnclearAmount {
  let rest = plainForms(text)
  if (rest.startsWith("'")) rest = rest.slice(1).trim()
  if (SIDE.test(rest)) return "sign"
  if (POINT_OF_WHICH.test(rest)) return "text"
  const signs: string[] = []
  const names: string[] = []
  for (let before = ""; before !== rest;) {
    before = rest
    rest = peelSign(rest, signs)
    rest = peelName(rest, names)
  }
  if (signs.length > 1) return "sign"
  const currencies = new Set(names.map(currencyNamed))
  if (currencies.size > 1 || !/^[\d.,' ]*\d$/.test(rest)) return "text"
  const [currency = null] = currencies
  return { digits: rest, negative: signs[0] === "-", currency }
}

function plainForms(text: string): string {
  return text
    .replace(UNSEEN, "")
    .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(MINUS_SIGNS, "-")
    .replace(APOSTROPHES, "'")
    .replace(/\s/g, " ")
    .trim()
}

/** Brackets are a minus, as accountants write it. */
function peelSign(text: string, signs: string[]): string {
  if (text.startsWith("(") && text.endsWith(")")) {
    signs.push("-")
    return text.slice(1, -1).trim()
  }
  const before = /^[+-]/.exec(text)
  const behind = before ?? /[+-]$/.exec(text)
  if (behind === null) return text
  signs.push(behind[0])
  return (before ? text.slice(1) : text.slice(0, -1)).trim()
}

function peelName(text: string, names: string[]): string {
  const before = NAME_BEFORE.exec(text)?.[1]
  const behind = before ?? NAME_BEHIND.exec(text)?.[1]
  if (behind === undefined) return text
  names.push(behind)
  return (before ? text.slice(before.length) : text.slice(0, -behind.length)).trim()
}

function currencyNamed(name: string): string {
  const known = CURRENCIES.find(([pattern]) => pattern.test(name.toLowerCase()))
  return known?.[1] ?? name.toUpperCase()
}
