import type { AdminFeeTotals } from "../../../../http-types"
import type { FeeTotals } from "../../../../reconciliation"

export function presentFeeTotals(totals: FeeTotals): AdminFeeTotals {
  return {
    period: totals.period,
    currency_code: totals.currencyCode,
    lines_count: totals.lines,
    expected: totals.expected,
    expected_base: totals.expectedBase,
    expected_igv: totals.expectedIgv,
    charged: totals.charged,
    charged_base: totals.chargedBase,
    charged_igv: totals.chargedIgv,
    unjudged: totals.unjudged,
    held_lines_count: totals.heldLines,
    held: totals.held,
    held_base: totals.heldBase,
    held_igv: totals.heldIgv,
    overcharged: totals.overcharged,
    undercharged: totals.undercharged,
    igv_source: "computed",
  }
}
