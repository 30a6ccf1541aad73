import { LIMA } from "../../peru/lima"
import type { TableFormat } from "./table-format"

/** The plugin's own CSV; see the public contract. Dates without an offset are Lima's. */
export const standardCsv: TableFormat = {
  id: "standard_csv",
  timeZone: LIMA,
  header: "named",
  columns: {
    externalReference: "external_reference",
    paymentId: "payment_id",
    status: "status",
    amount: "amount",
    currency: "currency",
    fee: "fee",
    net: "net",
    createdAt: "date_created",
    creditedAt: "date_credited",
    type: "type",
    payoutId: "payout_id",
    settlementCurrency: "settlement_currency",
    fxRate: "fx_rate",
  },
  optional: ["fee", "net", "type", "payoutId", "settlementCurrency", "fxRate"],
  decimalMark: "auto",
  dateFormat: "iso",
  types: {
    payment: { type: "payment" },
    refund: { type: "refund" },
    reversal: { type: "reversal" },
  },
  statuses: {
    settled: { status: "settled" },
    held: { status: "held" },
    reversed: { status: "reversed" },
  },
  defaults: {},
  feeSign: "positive",
  amountSign: "signed",
  cipIsPaymentId: false,
}
