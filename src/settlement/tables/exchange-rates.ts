import type { TableKind } from "./read-table"

/** One day's reference rate: units of `to` for one unit of `from`. */
export interface ExchangeRateRow {
  /** `YYYY-MM-DD`. */
  day: string
  /** Currency codes in lower case. */
  from: string
  to: string
  /** Decimal string above zero. */
  rate: string
}

/** A merchant's table of reference rates: `day,from,to,rate`. */
export const exchangeRates: TableKind<keyof ExchangeRateRow, ExchangeRateRow> = {
  columns: { day: "day", from: "from", to: "to", rate: "rate" },
  optional: [],
  read: (cells) => {
    const from = cells.currency("from")
    const to = cells.currency("to")
    if (from === to) {
      throw cells.problem("to", {
        code: "same_currency",
        values: { currency: from.toUpperCase() },
      })
    }
    return { day: cells.day("day"), from, to, rate: cells.rate("rate") }
  },
  repeated: ({ day, from, to }, lines) => ({
    code: "rate_repeated",
    values: { day, from: from.toUpperCase(), to: to.toUpperCase(), lines },
  }),
}
