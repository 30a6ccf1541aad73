const DECIMAL = /^(-?)(\d+)\.(\d{2})$/

/** An amount that is taken off, with its sign; nothing has none. */
export function takenOff(amount: string): string {
  return fromCentimos(-(toCentimos(amount) ?? 0n))
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
