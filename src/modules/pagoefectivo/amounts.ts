import { MedusaError } from "@medusajs/framework/utils"
import Decimal from "decimal.js"

/**
 * An amount in the currency's major unit as whole céntimos, rounded half up.
 * @throws MedusaError (invalid_data) when it is no finite number.
 */
export function toCentimos(amount: string | number | Decimal): number {
  const centimos = new Decimal(amount).times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
  if (!centimos.isFinite()) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Found "${String(amount)}" where an amount of money was expected.`,
    )
  }
  return centimos.toNumber()
}

/** Céntimos as a decimal text with two digits: `6990` is `"69.90"`. */
export function fromCentimos(centimos: number): string {
  return new Decimal(centimos).div(100).toFixed(2)
}
