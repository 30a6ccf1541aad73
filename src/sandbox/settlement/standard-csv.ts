import { formatVendorDate } from "../lima-time"
import { formatCentimos } from "../money"
import { delimitedText } from "./delimited-text"
import type { SettlementLine } from "./settlement-line"

const HEADER = [
  "external_reference",
  "payment_id",
  "status",
  "amount",
  "currency",
  "fee",
  "net",
  "date_created",
  "date_credited",
  "type",
  "payout_id",
]
const DAY_MS = 24 * 60 * 60 * 1_000

export interface PayoutFacts {
  /** Null: one day after each payment. */
  creditedAt: Date | null
  payoutId: string
}

/** The plugin's own format; `date_created` is the payment's time. */
export function standardCsv(lines: SettlementLine[], payout: PayoutFacts): Buffer {
  const rows = lines.map((line) => [
    line.reference,
    line.cip,
    line.status,
    formatCentimos(line.centimos),
    line.currency,
    formatCentimos(line.feeCentimos),
    formatCentimos(line.centimos - line.feeCentimos),
    formatVendorDate(line.paidAt),
    formatVendorDate(payout.creditedAt ?? new Date(line.paidAt.getTime() + DAY_MS)),
    line.type,
    `${payout.payoutId}-${line.currency}`,
  ])
  return delimitedText([HEADER, ...rows])
}
