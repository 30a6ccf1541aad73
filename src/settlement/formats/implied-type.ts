import type { LineStatus, LineType } from "../settlement-line"

/**
 * Of a row that names no type. Where amounts have signs, a payment's own row that says `reversed` keeps
 * its own; what is taken back is a movement below zero.
 */
export function impliedType(
  status: LineStatus,
  amount: number,
  amountSign: "signed" | "unsigned",
): LineType {
  if (amount > 0 && amountSign === "signed") return "payment"
  if (status === "reversed") return "reversal"
  return amount < 0 ? "refund" : "payment"
}
