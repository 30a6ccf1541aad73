import Decimal from "decimal.js"

/**
 * An amount in the currency's major unit as whole céntimos, rounded half up.
 * @throws Error when it is no finite number.
 */
export function toCentimos(amount: string | number | Decimal): number {
  const centimos = new Decimal(amount).times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
  if (!centimos.isFinite()) throw new Error(`"${String(amount)}" is not an amount of money`)
  return centimos.toNumber()
}

/** Céntimos as a decimal text with two digits: `6990` is `"69.90"`. */
export function fromCentimos(centimos: number): string {
  return new Decimal(centimos).div(100).toFixed(2)
}
