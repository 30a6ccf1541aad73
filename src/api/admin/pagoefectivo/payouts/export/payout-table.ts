import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminPayout } from "../../../../../http-types"
import type { PayoutSummary } from "../../../../../modules/pagoefectivo"
import type { ExportTable } from "../../../../support/export/export-table"
import { loadPeople, personName } from "../../../../support/export/load-names"
import { withHistory } from "../load-payouts"

interface PayoutExportRow {
  shown: AdminPayout
  people: Map<string, string>
}

export async function loadPayoutRows(
  container: MedusaContainer,
  rows: PayoutSummary[],
): Promise<PayoutExportRow[]> {
  const [payouts, people] = await Promise.all([
    withHistory(container, rows),
    loadPeople(
      container,
      rows.map(({ entered_by }) => entered_by),
    ),
  ])
  return payouts.map((shown) => ({ shown, people }))
}

export const PAYOUT_TABLE: ExportTable<PayoutExportRow, AdminPayout> = {
  subject: "payouts",
  rawOf: ({ shown }) => shown,
  raw: [
    { name: "payout_id", width: 20 },
    { name: "provider_id", width: 32 },
    { name: "currency_code", width: 8 },
    { name: "lines_count", width: 10 },
    { name: "gross", width: 14, kind: "money" },
    { name: "fees", width: 14, kind: "money" },
    { name: "fee_base", width: 14, kind: "money" },
    { name: "igv", width: 14, kind: "money" },
    { name: "net", width: 14, kind: "money" },
    { name: "announced_net", width: 14, kind: "money" },
    { name: "first_credited_at", width: 24 },
    { name: "last_credited_at", width: 24 },
    { name: "declared_total", width: 14, kind: "money" },
    { name: "bank_deposit", width: 14, kind: "money" },
    { name: "bank_deposited_at", width: 24 },
    { name: "bank_reference", width: 24 },
    { name: "entered_by", width: 32 },
  ],
  inWords: [
    { name: "payout", width: 20, value: ({ shown }) => shown.payout_id },
    { name: "gateway", width: 32, value: ({ shown }) => shown.provider_id },
    { name: "credited_from", kind: "day", value: ({ shown }) => shown.first_credited_at },
    { name: "credited_to", kind: "day", value: ({ shown }) => shown.last_credited_at },
    { name: "lines", kind: "count", value: ({ shown }) => shown.lines_count },
    { name: "currency", width: 8, value: ({ shown }) => shown.currency_code.toUpperCase() },
    { name: "gross", kind: "money", value: ({ shown }) => shown.gross },
    { name: "fees", kind: "money", value: ({ shown }) => shown.fees },
    { name: "fee_base", kind: "money", value: ({ shown }) => shown.fee_base },
    { name: "igv", kind: "money", value: ({ shown }) => shown.igv },
    { name: "net", kind: "money", value: ({ shown }) => shown.net },
    { name: "announced", kind: "money", value: ({ shown }) => shown.announced_net },
    { name: "declared_total", kind: "money", value: ({ shown }) => shown.declared_total },
    { name: "bank_deposit", kind: "money", value: ({ shown }) => shown.bank_deposit },
    { name: "difference", kind: "money", value: ({ shown }) => shown.difference },
    { name: "deposit_day", kind: "day", value: ({ shown }) => shown.bank_deposited_at },
    { name: "bank_reference", value: ({ shown }) => shown.bank_reference },
    {
      name: "entered_by",
      value: ({ shown, people }, words) => personName(people, shown.entered_by, words),
    },
  ],
}
