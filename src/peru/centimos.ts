import { MAX_CENTIMOS } from "./limits"
import { BrandedError } from "../errors/branded-error"

/**
 * Money that is computed with is an integer number of céntimos (hundredths of the currency's major unit).
 * A plain number is exact up to 2^53 − 1; sums over many lines use `bigint`.
 */
export type Centimos = number

/** A text or number that is not an exact amount of céntimos. */
export class MoneyFormatError extends BrandedError {
  constructor(found: unknown, expected: string) {
    super(`Amount ${JSON.stringify(String(found))} cannot be read: expected ${expected}`)
  }
}

const DECIMAL_AMOUNT = /^(-?)(\d+)(?:\.(\d*))?$/

/**
 * Reads a decimal string in the major unit, for example `"69.90"` or a database's `"69.9000"`.
 * @throws MoneyFormatError when it is no plain decimal, has a fraction of a céntimo, or is beyond 2^53 − 1.
 */
export function parseCentimos(text: string): Centimos {
  const parts = DECIMAL_AMOUNT.exec(text)
  if (parts === null) {
    throw new MoneyFormatError(text, "a decimal string such as 69.90")
  }
  const [, sign, whole = "0", fraction = ""] = parts
  if (/[^0]/.test(fraction.slice(2))) {
    throw new MoneyFormatError(text, "at most two decimals")
  }
  const centimos = Number(whole + fraction.slice(0, 2).padEnd(2, "0"))
  if (centimos > MAX_CENTIMOS) {
    throw new MoneyFormatError(text, `an amount up to ${formatCentimos(MAX_CENTIMOS)}`)
  }
  return sign === "-" && centimos !== 0 ? -centimos : centimos
}

/**
 * Writes céntimos as a decimal string with two digits, for example `6990` as `"69.90"`.
 * @throws MoneyFormatError when a number is not a safe integer.
 */
export function formatCentimos(centimos: Centimos | bigint): string {
  if (typeof centimos === "number" && !Number.isSafeInteger(centimos)) {
    throw new MoneyFormatError(centimos, "a whole number of céntimos")
  }
  const negative = centimos < 0
  const digits = String(negative ? -centimos : centimos).padStart(3, "0")
  return `${negative ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Exact sum of any number of amounts. */
export function sumCentimos(amounts: Iterable<Centimos | bigint>): bigint {
  let total = 0n
  for (const amount of amounts) {
    total += BigInt(amount)
  }
  return total
}
