import type { AdminFeeTotals } from "../../../../../http-types"
import type { FeeTotals } from "../../../../../reconciliation"
import type { ExportTable } from "../../../../support/export/export-table"
import { presentFeeTotals } from "../present-fee-totals"

export const FEE_TABLE: ExportTable<FeeTotals, AdminFeeTotals> = {
  subject: "fees",
  rawOf: presentFeeTotals,
  raw: [
    { name: "period", width: 12 },
    { name: "currency_code", width: 8 },
    { name: "lines_count", width: 10 },
    { name: "expected", width: 14, kind: "money" },
    { name: "charged", width: 14, kind: "money" },
    { name: "charged_base", width: 14, kind: "money" },
    { name: "charged_igv", width: 14, kind: "money" },
    { name: "unjudged", width: 14, kind: "money" },
    { name: "held", width: 14, kind: "money" },
    { name: "overcharged", width: 14, kind: "money" },
    { name: "undercharged", width: 14, kind: "money" },
  ],
  inWords: [
    // A month or a day; as text, because a column holds one kind of cells.
    { name: "period", width: 12, value: ({ period }) => period },
    { name: "currency", width: 8, value: ({ currencyCode }) => currencyCode.toUpperCase() },
    { name: "payments", kind: "count", value: ({ lines }) => lines },
    { name: "expected_fees", kind: "money", value: ({ expected }) => expected },
    { name: "charged_fees", kind: "money", value: ({ charged }) => charged },
    { name: "fee_base", kind: "money", value: ({ chargedBase }) => chargedBase },
    { name: "igv", kind: "money", value: ({ chargedIgv }) => chargedIgv },
    { name: "unjudged", kind: "money", value: ({ unjudged }) => unjudged },
    { name: "held", kind: "money", value: ({ held }) => held },
    { name: "overcharged", kind: "money", value: ({ overcharged }) => overcharged },
    { name: "undercharged", kind: "money", value: ({ undercharged }) => undercharged },
  ],
}
