import { formatVendorDate } from "../lima-time"
import { toDecimalText } from "../money"
import { delimitedText } from "./delimited-text"
import type { SandboxLine } from "./settlement-line"

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

export interface SandboxPayout {
  /** Null: one day after each payment, or now, whichever comes first. */
  creditedAt: Date | null
  now: Date
  payoutId: string
}

/** What is in a report is credited, unless somebody wants it announced. */
function credited({ paidAt }: SandboxLine, now: Date): Date {
  const nextDay = paidAt.getTime() + DAY_MS
  return new Date(Math.min(nextDay, Math.max(now.getTime(), paidAt.getTime())))
}

/** The plugin's own format; `date_created` is the payment's time. */
export function writeStandardCsv(lines: SandboxLine[], payout: SandboxPayout): Buffer {
  const rows = lines.map((line) => [
    line.reference,
    line.cip,
    line.status,
    toDecimalText(line.centimos),
    line.currency,
    toDecimalText(line.feeCentimos),
    toDecimalText(line.centimos - line.feeCentimos),
    formatVendorDate(line.paidAt),
    formatVendorDate(payout.creditedAt ?? credited(line, payout.now)),
    line.type,
    `${payout.payoutId}-${line.currency}`,
  ])
  return delimitedText([HEADER, ...rows])
}
