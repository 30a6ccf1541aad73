import type { AdminCase, MoneySum } from "../../http-types"
import { sumOf } from "./money"

/** What is at risk in all, each currency by itself. */
export function sumsAtRisk(
  cases: Pick<AdminCase, "amount_at_risk" | "currency_code">[],
): MoneySum[] {
  const codes = [...new Set(cases.map(({ currency_code }) => currency_code))].sort()
  return codes.map((currency_code) => {
    const own = cases.filter((one) => one.currency_code === currency_code)
    return {
      currency_code,
      count: own.length,
      amount: sumOf(own.map(({ amount_at_risk }) => amount_at_risk)),
    }
  })
}
