import type { AdminFeeTotals, MoneySum } from "../../http-types"
import { sumOf, toCentimos } from "./money"

/** What was charged too much, by currency; nothing where it is nothing. */
export function overcharges(
  totals: Pick<AdminFeeTotals, "currency_code" | "overcharged">[],
): MoneySum[] {
  const currencies = [...new Set(totals.map(({ currency_code }) => currency_code))]
  return currencies
    .map((currency_code) => {
      const own = totals.filter((one) => one.currency_code === currency_code)
      const amount = sumOf(own.map(({ overcharged }) => overcharged))
      return { currency_code, count: own.length, amount }
    })
    .filter(({ amount }) => toCentimos(amount) !== 0n)
}
