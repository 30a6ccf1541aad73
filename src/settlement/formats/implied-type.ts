import type { LineStatus, LineType } from "../settlement-line"

/** Of a row that names no type. */
export function impliedType(status: LineStatus, amount: number): LineType {
  if (status === "reversed") return "reversal"
  return amount < 0 ? "refund" : "payment"
}
