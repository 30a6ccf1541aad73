import { explainAmount } from "../values/amount"
import type { TableKind } from "./read-table"

/** What the bank received for one payout, in one currency. */
export interface BankDepositRow {
  payoutId: string
  /** Lower case. */
  currencyCode: string
  bankDepositCentimos: number
  bankDepositedAt: Date | null
  bankReference: string | null
  /** What the collector's own statement says, where the report does not. */
  declaredTotalCentimos: number | null
}

type Column = "payoutId" | "currency" | "amount" | "depositedAt" | "reference" | "declaredTotal"

/**
 * A merchant's table of bank deposits: `payout_id,currency,amount` and, if wanted, `deposited_at`
 * (ISO 8601, Lima's time without an offset), `reference` and `declared_total`.
 * @param mostCentimos the largest amount that can be kept
 */
export function bankDeposits(mostCentimos: number, now: Date): TableKind<Column, BankDepositRow> {
  return {
    columns: {
      payoutId: "payout_id",
      currency: "currency",
      amount: "amount",
      depositedAt: "deposited_at",
      reference: "reference",
      declaredTotal: "declared_total",
    },
    optional: ["depositedAt", "reference", "declaredTotal"],
    read: (cells) => {
      const currencyCode = cells.currency("currency")
      const amount = cells.amount("amount", mostCentimos, currencyCode)
      if (amount === null) throw cells.problem("amount", explainAmount("", "auto"))
      return {
        payoutId: cells.reference("payoutId"),
        currencyCode,
        bankDepositCentimos: amount,
        bankDepositedAt: cells.instant("depositedAt", now),
        bankReference: cells.text("reference"),
        declaredTotalCentimos: cells.amount("declaredTotal", mostCentimos, currencyCode),
      }
    },
    repeated: ({ payoutId, currencyCode }, lines) => ({
      code: "payout_repeated",
      values: { payout: payoutId, currency: currencyCode.toUpperCase(), lines },
    }),
  }
}
