import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { VoucherRow } from "../../../../../../modules/pagoefectivo"
import { pagoEfectivo } from "../../../../../../workflows/container"
import { iso } from "../../../../../support/iso"
import { API_LIMITS as LIMITS } from "../../../../../support/limits"
import { loadCaseDetail } from "../../../cases/load-case-detail"
import { presentNoticeWithBody } from "../../../notifications/present-notice"
import { loadPayouts } from "../../../payouts/load-payouts"
import { presentLine } from "../../../settlement-reports/present-report"
import { loadVoucherDetail } from "../../../vouchers/load-voucher-detail"
import { refused } from "../../../../../../errors/refusal"

const ORDER_FIELDS = [
  "id",
  "display_id",
  "status",
  "currency_code",
  "total",
  "created_at",
  "canceled_at",
  "payment_collections.payments.id",
  "payment_collections.payments.provider_id",
  "payment_collections.payments.amount",
  "payment_collections.payments.currency_code",
  "payment_collections.payments.captured_at",
  "payment_collections.payments.captures.id",
  "payment_collections.payments.captures.amount",
  "payment_collections.payments.captures.created_at",
  "payment_collections.payments.refunds.id",
  "payment_collections.payments.refunds.amount",
  "payment_collections.payments.refunds.created_at",
]

/**
 * Everything that proves what happened to the money of one order, link by link: order, codes with
 * their attempts and the gateway's states, notices as they were received, report lines with their
 * file, payouts, and cases with their history.
 * @throws MedusaError (not_found)
 */
export async function loadEvidence(container: MedusaContainer, orderId: string) {
  const service = pagoEfectivo(container)
  const order = await loadOrder(container, orderId)
  const take = LIMITS.maxHistoryEntries
  const rows = await service.listVouchers({ order_id: orderId }, { order: { id: "ASC" }, take })
  const cases = await service.listCases(
    { $or: [{ order_id: orderId }, { voucher_id: rows.map(({ id }) => id) }] },
    { select: ["id"], order: { opened_at: "ASC" }, take },
  )
  return {
    made_at: new Date().toISOString(),
    order,
    vouchers: await Promise.all(rows.map((row) => loadVoucherDetail(container, row.id))),
    notices: await loadNotices(container, rows),
    settlement_lines: await loadLines(container, rows),
    payouts: await payoutsOf(container, rows),
    cases: await Promise.all(cases.map(({ id }) => loadCaseDetail(container, id))),
  }
}

async function loadOrder(container: MedusaContainer, id: string) {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", fields: ORDER_FIELDS, filters: { id } })
  if (data[0]) return data[0]
  throw refused("no_such_order", { id })
}

/** Byte for byte, with the SHA-256 under which they were stored. */
async function loadNotices(container: MedusaContainer, vouchers: VoucherRow[]) {
  if (vouchers.length === 0) return []
  const notices = await pagoEfectivo(container).listNotices(
    { $or: vouchers.map(({ provider_id, gateway_id }) => ({ provider_id, gateway_id })) },
    { order: { received_at: "ASC" }, take: LIMITS.maxHistoryEntries },
  )
  return notices.map(presentNoticeWithBody)
}

async function linesOf(container: MedusaContainer, vouchers: VoucherRow[]) {
  return pagoEfectivo(container).listSettlementLines(
    { voucher_id: vouchers.map(({ id }) => id) },
    { order: { credited_at: "ASC", id: "ASC" }, take: LIMITS.maxHistoryEntries },
  )
}

async function loadLines(container: MedusaContainer, vouchers: VoucherRow[]) {
  const lines = await linesOf(container, vouchers)
  const reports = await pagoEfectivo(container).listSettlementReports(
    { id: [...new Set(lines.map(({ report_id }) => report_id))] },
    { take: LIMITS.maxHistoryEntries },
  )
  const byId = new Map(reports.map((report) => [report.id, report]))
  return lines.map((line) => {
    const report = byId.get(line.report_id)
    return {
      ...presentLine(line),
      report: report && {
        id: report.id,
        filename: report.filename,
        sha256: report.sha256,
        source: report.source,
        imported_by: report.imported_by,
        imported_at: iso(report.finished_at),
      },
    }
  })
}

async function payoutsOf(container: MedusaContainer, vouchers: VoucherRow[]) {
  const lines = await linesOf(container, vouchers)
  return loadPayouts(
    pagoEfectivo(container),
    lines.flatMap(({ payout_id }) => payout_id ?? []),
  )
}
