import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { VoucherRow } from "../../../../../../modules/pagoefectivo"
import { pagoEfectivo } from "../../../../../../workflows/container"
import { iso } from "../../../../../support/iso"
import { API_LIMITS as LIMITS } from "../../../../../support/limits"
import { loadCase } from "../../../cases/load-case-detail"
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
  "shipping_address.first_name",
  "shipping_address.last_name",
  "billing_address.first_name",
  "billing_address.last_name",
]

/**
 * Everything that proves what happened to the money of one order, link by link: order, codes with
 * their attempts and the gateway's states, notices as they were received, report lines with their
 * file, payouts, and cases with their history.
 * @throws MedusaError (not_found)
 */
export async function loadEvidence(container: MedusaContainer, orderId: string) {
  const service = pagoEfectivo(container)
  const { order, shopper } = await loadOrder(container, orderId)
  const take = LIMITS.maxHistoryEntries
  const rows = await service.listVouchers({ order_id: orderId }, { order: { id: "ASC" }, take })
  const cases = await service.listCases(
    { $or: [{ order_id: orderId }, { voucher_id: rows.map(({ id }) => id) }] },
    { select: ["id"], order: { opened_at: "ASC" }, take },
  )
  return {
    made_at: new Date().toISOString(),
    order,
    shopper,
    vouchers: await Promise.all(rows.map((row) => loadVoucher(container, row.id))),
    notices: await loadNotices(container, rows),
    settlement_lines: await loadLines(container, rows),
    payouts: await payoutsOf(container, rows),
    cases: await Promise.all(cases.map(({ id }) => loadCase(container, id))),
  }
}

async function loadOrder(container: MedusaContainer, id: string) {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", fields: ORDER_FIELDS, filters: { id } })
  if (!data[0]) throw refused("no_such_order", { id })
  const { shipping_address, billing_address, ...order } = data[0]
  return { order, shopper: nameOf(shipping_address) ?? nameOf(billing_address) }
}

function nameOf(
  address: { first_name?: string | null; last_name?: string | null } | null | undefined,
): string | null {
  return [address?.first_name, address?.last_name].filter(Boolean).join(" ") || null
}

/** Without the addresses of its pages, which hold the secret by which the shopper sees them. */
async function loadVoucher(container: MedusaContainer, id: string) {
  const { page_url: _page, url: _gatewayPage, ...voucher } = await loadVoucherDetail(container, id)
  return voucher
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
    container,
    lines.flatMap(({ payout_id }) => payout_id ?? []),
  )
}

export type Evidence = Awaited<ReturnType<typeof loadEvidence>>
