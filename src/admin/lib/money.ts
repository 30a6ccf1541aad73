const SYMBOLS: Record<string, string> = { pen: "S/", usd: "US$" }
const DECIMAL = /^(-?)(\d+)\.(\d{2})$/

/**
 * Money as Peru writes it: `S/ 1,234.50`, in each of the admin's languages. Works on the text, so
 * that no céntimo is lost.
 * @param amount decimal text with two digits; other text (such as `unknown`) is shown as it is.
 */
export function displayMoney(amount: string, currencyCode: string): string {
  const parts = DECIMAL.exec(amount)
  if (!parts) return amount
  const [, sign, whole = "", cents] = parts
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",")
  return `${sign ? "−" : ""}${currencySymbol(currencyCode)}\u00a0${grouped}.${cents}`
}

export function currencySymbol(currencyCode: string): string {
  return SYMBOLS[currencyCode.toLowerCase()] ?? currencyCode.toUpperCase()
}

/** @returns null for text that is no amount. */
export function toCentimos(amount: string): bigint | null {
  const parts = DECIMAL.exec(amount)
  if (!parts) return null
  const centimos = BigInt(`${parts[2]}${parts[3]}`)
  return parts[1] ? -centimos : centimos
}

export function fromCentimos(centimos: bigint): string {
  const digits = (centimos < 0n ? -centimos : centimos).toString().padStart(3, "0")
  return `${centimos < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Of amounts in one currency. */
export function sumOf(amounts: string[]): string {
  return fromCentimos(amounts.reduce((sum, amount) => sum + (toCentimos(amount) ?? 0n), 0n))
}

export function isMoney(value: string): boolean {
  return DECIMAL.test(value)
}

/** What is there more (or less) than expected; null when one of the two is no amount. */
export function difference(expected: string, actual: string): string | null {
  const wanted = toCentimos(expected)
  const found = toCentimos(actual)
  return wanted === null || found === null ? null : fromCentimos(found - wanted)
}

/** A number for drawing only: charts place pixels, they do not add money up. */
export function forDrawing(amount: string): number {
  return Number(amount)
}
