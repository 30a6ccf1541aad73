import type { AdminPayout, MoneySum } from "../../http-types"
import { sumOf } from "./money"

type Known = Pick<
  AdminPayout,
  "currency_code" | "lines_count" | "net" | "bank_deposit" | "last_credited_at"
>

/** Payouts that are credited and have no bank deposit, by currency; not those that are to come. */
export function missingDeposits(payouts: Known[], now: Date): MoneySum[] {
  const missing = payouts.filter(
    ({ bank_deposit, lines_count, last_credited_at }) =>
      bank_deposit === null &&
      lines_count > 0 &&
      (last_credited_at === null || new Date(last_credited_at) <= now),
  )
  const currencies = [...new Set(missing.map(({ currency_code }) => currency_code))].sort()
  return currencies.map((currency_code) => {
    const own = missing.filter((one) => one.currency_code === currency_code)
    return { currency_code, count: own.length, amount: sumOf(own.map(({ net }) => net)) }
  })
}
