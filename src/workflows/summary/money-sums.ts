import type { MoneySum } from "../../http-types"
import { formatCentimos } from "../../peru/centimos"

/** As the database answers: counts and sums are texts, because they may be large. */
export interface SumRow {
  currency_code: string
  count: string
  centimos: string
}

export function toSum({ currency_code, count, centimos }: SumRow): MoneySum {
  return { currency_code, count: Number(count), amount: formatCentimos(Number(centimos)) }
}

export function sumByCurrency(rows: SumRow[]): MoneySum[] {
  const totals = new Map<string, { count: number; centimos: number }>()
  for (const { currency_code, count, centimos } of rows) {
    const total = totals.get(currency_code) ?? { count: 0, centimos: 0 }
    total.count += Number(count)
    total.centimos += Number(centimos)
    totals.set(currency_code, total)
  }
  return [...totals].map(([currency_code, { count, centimos }]) => ({
    currency_code,
    count,
    amount: formatCentimos(centimos),
  }))
}
