import type { AdminSummary, CaseAge } from "../../http-types"

/** How old open cases are, the oldest last. */
const AGES: readonly CaseAge[] = ["day", "week", "month", "older"]

/** The bars of the ageing chart: one for each age, also where there is nothing. */
export function ageBars(ageing: AdminSummary["ageing"], currency: string) {
  return AGES.map((age) => {
    const found = ageing.find((one) => one.age === age && one.currency_code === currency)
    return { age, amount: found?.amount ?? "0.00", count: found?.count ?? 0 }
  })
}
