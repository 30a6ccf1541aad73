import Decimal from "decimal.js"

const RATE = /^\d{1,9}(\.\d{1,9})?$/

/** A rate of exchange as a person writes it: decimal, above zero. */
export function isRate(text: string): boolean {
  return RATE.test(text) && Number(text) > 0
}

/** An amount in another currency, with two digits, half a céntimo up. */
export function convert(amount: string, rate: string): string {
  return new Decimal(amount).times(rate).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2)
}
