import { FIRST_YEAR, LAST_YEAR } from "../limits"
import { plainName } from "./header"

const KEYWORD =
  /(?:id|nro|num)?[-_. ]*(?:transferencias?|transfer|transf|trf|liquidacion(?:es)?|liq|abonos?)[-_. ]*(?:id|n[°ºo.]*|nro\.?|num(?:ero)?|#)?[-_. ]*(?=\d)/
const PART = /^(\d+)[-_. ]*/
const PARTED_DATE =
  /^(?:\d{4}[-_.]\d{1,2}(?:[-_.]\d{1,2})?|\d{1,2}[-_.]\d{1,2}[-_.]\d{4})(?!\d)[-_. ]*/

/**
 * The number of a transfer in a file's name, as people and the portal write it: `transferencia_98765`,
 * `Liquidación N° 98765 (1)`, `TRF-20261120-98765`. Days, months and times of day are none.
 */
export function transferNumber(filename: string): string | null {
  const name = plainName(filename)
  const keyword = KEYWORD.exec(name)
  if (keyword === null) return null
  let rest = name.slice(keyword.index + keyword[0].length)
  for (let behindDate = false; ;) {
    const date = PARTED_DATE.exec(rest)
    if (date !== null) {
      rest = rest.slice(date[0].length)
      behindDate = true
      continue
    }
    const part = PART.exec(rest)
    const digits = part?.[1]
    if (part === null || digits === undefined || digits.length > 20) return null
    if (!isDay(digits) && !(behindDate && isTime(digits))) return digits
    rest = rest.slice(part[0].length)
    behindDate = true
  }
}

/** `20261120`, `20112026`, `202611`, `201126` and `2026`. */
function isDay(digits: string): boolean {
  const at = (from: number, to: number) => Number(digits.slice(from, to))
  if (digits.length === 4) return isYear(at(0, 4))
  if (digits.length === 8) {
    const yearFirst = isYear(at(0, 4)) && isMonth(at(4, 6)) && isDate(at(6, 8))
    return yearFirst || (isDate(at(0, 2)) && isMonth(at(2, 4)) && isYear(at(4, 8)))
  }
  if (digits.length !== 6) return false
  if (isYear(at(0, 4)) && isMonth(at(4, 6))) return true
  return isMonth(at(2, 4)) && (isDate(at(0, 2)) || isDate(at(4, 6)))
}

function isTime(digits: string): boolean {
  return /^(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?$/.test(digits)
}

function isYear(number: number): boolean {
  return number >= FIRST_YEAR && number <= LAST_YEAR
}

function isMonth(number: number): boolean {
  return number >= 1 && number <= 12
}

function isDate(number: number): boolean {
  return number >= 1 && number <= 31
}
