import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminSettlementLine } from "../../../../http-types"
import type { SettlementLineRow } from "../../../../modules/pagoefectivo"
import type { ExportTable } from "../../../support/export/export-table"
import { loadCodeNames, loadReportNames, type CodeName } from "../../../support/export/load-names"
import { LINE_FIELDS } from "./fields"
import { presentLine } from "./present-report"

/** A line with whose payment it is, and the file that it stands in. */
interface LineExportRow {
  shown: AdminSettlementLine
  code: CodeName | null
  filename: string
}

export async function loadLineRows(
  container: MedusaContainer,
  rows: SettlementLineRow[],
): Promise<LineExportRow[]> {
  const [codes, files] = await Promise.all([
    loadCodeNames(
      container,
      rows.map(({ voucher_id }) => voucher_id),
    ),
    loadReportNames(
      container,
      rows.map(({ report_id }) => report_id),
    ),
  ])
  return rows.map((row) => ({
    shown: presentLine(row),
    code: codes.get(row.voucher_id ?? "") ?? null,
    filename: files.get(row.report_id) ?? "",
  }))
}

const RAW_MONEY: ReadonlySet<string> = new Set(["amount", "fee", "net"])

export const LINE_TABLE: ExportTable<LineExportRow, AdminSettlementLine> = {
  subject: "lines",
  rawOf: ({ shown }) => shown,
  raw: LINE_FIELDS.map((name) => ({
    name,
    width: name.endsWith("id") ? 32 : 16,
    ...(RAW_MONEY.has(name) && { kind: "money" as const }),
  })),
  inWords: [
    { name: "report", value: ({ filename }) => filename },
    { name: "report_row", kind: "count", value: ({ shown }) => shown.line_number },
    {
      name: "line_type",
      width: 14,
      value: ({ shown }, words) => words.of("line_type", shown.type),
    },
    {
      name: "status",
      width: 14,
      value: ({ shown }, words) =>
        words.of("line_status", shown.announced ? "announced" : shown.status),
    },
    { name: "cip", width: 16, value: ({ code }) => code?.cip ?? null },
    { name: "order", kind: "count", value: ({ code }) => code?.number ?? null },
    { name: "shopper", value: ({ code }) => code?.shopper ?? null },
    { name: "reference", width: 36, value: ({ shown }) => shown.external_reference },
    { name: "payment_id", value: ({ shown }) => shown.payment_id },
    { name: "gross", kind: "money", value: ({ shown }) => shown.amount },
    { name: "fees", kind: "money", value: ({ shown }) => shown.fee },
    { name: "net", kind: "money", value: ({ shown }) => shown.net },
    { name: "currency", width: 8, value: ({ shown }) => shown.currency_code.toUpperCase() },
    { name: "paid", kind: "day", value: ({ shown }) => shown.paid_at },
    { name: "credited", kind: "day", value: ({ shown }) => shown.credited_at },
    { name: "payout", width: 16, value: ({ shown }) => shown.payout_id },
    {
      name: "settlement_currency",
      width: 10,
      value: ({ shown }) => shown.settlement_currency?.toUpperCase() ?? null,
    },
    { name: "fx_rate", width: 12, value: ({ shown }) => shown.fx_rate },
  ],
}
