import type { Summary } from "./api-types"

/** How old open cases are, the oldest last. The summary route counts them so. */
export const AGES = ["day", "week", "month", "older"] as const
export type Age = (typeof AGES)[number]

/** The bars of the ageing chart: one for each age, also where there is nothing. */
export function ageBars(ageing: Summary["ageing"], currency: string) {
  return AGES.map((age) => {
    const found = ageing.find((one) => one.age === age && one.currency_code === currency)
    return { age, amount: found?.amount ?? "0.00", count: found?.count ?? 0 }
  })
}
