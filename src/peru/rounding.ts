import Decimal from "decimal.js"
import { MoneyFormatError, type Centimos } from "./centimos"

/**
 * An amount in the currency's major unit as whole céntimos, rounded half up. `parseCentimos` is for
 * amounts that must be exact.
 * @throws MoneyFormatError when it is no finite number.
 */
export function roundToCentimos(amount: string | number | Decimal): Centimos {
  const exact = readDecimal(amount).times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
  if (!exact.isFinite()) throw new MoneyFormatError(amount, "an amount of money")
  return exact.toNumber()
}

/**
 * The same for what is owed, where a half is rounded up below zero, too: who paid a rounded 49.91
 * for 49.905 has not paid a céntimo too much.
 * @throws MoneyFormatError when it is no finite number.
 */
export function roundDebtToCentimos(amount: string | number | Decimal): Centimos {
  const exact = readDecimal(amount).times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_CEIL)
  if (!exact.isFinite()) throw new MoneyFormatError(amount, "an amount of money")
  return exact.toNumber() || 0
}

function readDecimal(amount: string | number | Decimal): Decimal {
  try {
    return new Decimal(amount)
  } catch {
    throw new MoneyFormatError(amount, "an amount of money")
  }
}

/**
 * `value × numerator ÷ denominator`, rounded half up (away from zero for negative values), exact.
 * All three are integers; the denominator is positive.
 */
export function multiplyHalfUp(value: Centimos, numerator: number, denominator: number): Centimos {
  const product = Math.abs(value) * numerator
  const sign = value < 0 ? -1 : 1
  if (product <= Number.MAX_SAFE_INTEGER / 2) {
    const rest = product % denominator
    const quotient = (product - rest) / denominator
    return sign * (rest * 2 >= denominator ? quotient + 1 : quotient) || 0
  }
  const exact = new Decimal(Math.abs(value)).times(numerator).div(denominator)
  return sign * exact.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber()
}

/** Céntimos times a decimal rate, rounded half up to céntimos. */
export function convertCentimos(value: Centimos, rate: Decimal): Centimos {
  return rate.times(value).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber()
}
