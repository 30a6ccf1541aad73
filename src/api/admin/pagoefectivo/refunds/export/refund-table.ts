import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminListedRefund } from "../../../../../http-types"
import type { RefundRow } from "../../../../../modules/pagoefectivo"
import type { ExportTable } from "../../../../support/export/export-table"
import { loadCodeNames, loadPeople, personName } from "../../../../support/export/load-names"
import { loadRefundContext } from "../load-refund-context"
import { presentListedRefund } from "../present-refund"

/** A refund with whom the money goes to, and who recorded that it went. */
interface RefundExportRow {
  shown: AdminListedRefund
  shopper: string | null
  people: Map<string, string>
}

export async function loadRefundRows(
  container: MedusaContainer,
  rows: RefundRow[],
): Promise<RefundExportRow[]> {
  const [context, codes, people] = await Promise.all([
    loadRefundContext(container, rows),
    loadCodeNames(
      container,
      rows.map(({ voucher_id }) => voucher_id),
    ),
    loadPeople(
      container,
      rows.map(({ recorded_by }) => recorded_by),
    ),
  ])
  return rows.map((row) => ({
    shown: presentListedRefund(row, context),
    shopper: codes.get(row.voucher_id)?.shopper ?? null,
    people,
  }))
}

export const REFUND_TABLE: ExportTable<RefundExportRow, AdminListedRefund> = {
  subject: "refunds",
  rawOf: ({ shown }) => shown,
  raw: [
    { name: "id", width: 32 },
    { name: "voucher_id", width: 32 },
    { name: "cip", width: 16 },
    { name: "order_id", width: 32 },
    { name: "order_display_id", width: 10 },
    { name: "amount", width: 14, kind: "money" },
    { name: "currency_code", width: 8 },
    { name: "status", width: 12 },
    { name: "reference", width: 24 },
    { name: "transferred_at", width: 24 },
    { name: "recorded_by", width: 32 },
    { name: "provider_id", width: 32 },
    { name: "created_at", width: 24 },
    { name: "updated_at", width: 24 },
  ],
  inWords: [
    { name: "cip", width: 16, value: ({ shown }) => shown.cip },
    { name: "order", kind: "count", value: ({ shown }) => shown.order_display_id },
    { name: "shopper", value: ({ shopper }) => shopper },
    { name: "amount", kind: "money", value: ({ shown }) => shown.amount },
    { name: "currency", width: 8, value: ({ shown }) => shown.currency_code.toUpperCase() },
    {
      name: "status",
      width: 16,
      value: ({ shown }, words) => words.of("refund_status", shown.status),
    },
    { name: "requested", kind: "day", value: ({ shown }) => shown.created_at },
    { name: "transferred", kind: "day", value: ({ shown }) => shown.transferred_at },
    { name: "operation", value: ({ shown }) => shown.reference },
    {
      name: "recorded_by",
      value: ({ shown, people }, words) => personName(people, shown.recorded_by, words),
    },
  ],
}
