import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminVoucher } from "../../../../../http-types"
import type { VoucherRow } from "../../../../../modules/pagoefectivo"
import { pagoEfectivo } from "../../../../../workflows/container"
import { loadOrderNames, loadReportNames } from "../../../../support/export/load-names"
import { iso } from "../../../../support/iso"
import { presentVoucher } from "../present-voucher"

/** Where a code's money was settled; of several lines, each payout and report once. */
interface Settled {
  credited_at: string | null
  payouts: string[]
  reports: string[]
}

/** A code with whose it is and where its money went. */
export interface VoucherExportRow {
  shown: AdminVoucher
  shopper: string | null
  settled: Settled | null
}

export async function loadVoucherRows(
  container: MedusaContainer,
  rows: VoucherRow[],
): Promise<VoucherExportRow[]> {
  const [orders, settled] = await Promise.all([
    loadOrderNames(
      container,
      rows.map(({ order_id }) => order_id),
    ),
    settledLines(container, rows),
  ])
  const context = {
    backendUrl: pagoEfectivo(container).options.backendUrl,
    orderNumbers: new Map([...orders].map(([id, { number }]) => [id, number])),
  }
  return rows.map((row) => ({
    shown: presentVoucher(row, context),
    shopper: orders.get(row.order_id ?? "")?.shopper || row.payer_first_name,
    settled: settled.get(row.id) ?? null,
  }))
}

async function settledLines(
  container: MedusaContainer,
  rows: VoucherRow[],
): Promise<Map<string, Settled>> {
  const lines = await pagoEfectivo(container).listSettlementLines(
    { voucher_id: rows.map(({ id }) => id), type: "payment", status: "settled" },
    {
      select: ["id", "voucher_id", "report_id", "ledger", "credited_at", "payout_id"],
      order: { credited_at: "ASC", id: "ASC" },
    },
  )
  // What an operations report tells is what was paid, not what was settled.
  const told = lines.filter(({ ledger }) => ledger !== "paid")
  const files = await loadReportNames(
    container,
    told.map(({ report_id }) => report_id),
  )
  const settled = new Map<string, Settled>()
  for (const { voucher_id, report_id, credited_at, payout_id } of told) {
    const before = settled.get(voucher_id ?? "")
    settled.set(voucher_id ?? "", {
      credited_at: iso(credited_at) ?? before?.credited_at ?? null,
      payouts: once(before?.payouts, payout_id),
      reports: once(before?.reports, files.get(report_id) ?? null),
    })
  }
  return settled
}

function once(known: string[] = [], name: string | null): string[] {
  return name === null || known.includes(name) ? known : [...known, name]
}
