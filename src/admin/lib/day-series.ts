import type { AdminSummary } from "../../http-types"
import { addDays } from "./dates"

type Day = AdminSummary["days"][number]

export interface DayBar {
  day: string
  paid: string
  settled: string
  announced: string
}

/** One bar for every day of the period, also for days on which nothing happened. */
export function daySeries(days: Day[], currency: string, from: string, to: string): DayBar[] {
  const known = new Map(
    days.filter((one) => one.currency_code === currency).map((one) => [one.day, one]),
  )
  const bars: DayBar[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const found = known.get(day)
    bars.push({
      day,
      paid: found?.paid ?? "0.00",
      settled: found?.settled ?? "0.00",
      announced: found?.announced ?? "0.00",
    })
  }
  return bars
}

/** The currency that most of the period's money is in; soles when there is none. */
export function mainCurrency(days: Day[]): string {
  const counts = new Map<string, number>()
  for (const { currency_code } of days) {
    counts.set(currency_code, (counts.get(currency_code) ?? 0) + 1)
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? "pen"
}
