import type { AdminFeeTotals } from "../../../../http-types"
import type { FeeTotals } from "../../../../reconciliation"

export function presentFeeTotals({ currencyCode, lines, ...sums }: FeeTotals): AdminFeeTotals {
  return { ...sums, currency_code: currencyCode, lines_count: lines }
}
