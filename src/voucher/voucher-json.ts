import type { VoucherCurrency } from "./format/money"
import type { VoucherStatus } from "./format/voucher-status"
import type { VoucherView } from "./voucher-view"

/** A voucher as `GET /store/pagoefectivo/vouchers/:token` answers it; times are ISO 8601 in UTC. */
export interface VoucherJson {
  cip: string
  status: VoucherStatus
  amount: string
  currency_code: VoucherCurrency
  expires_at: string
  paid_at: string | null
  order_display_id: number | null
  first_name: string | null
  shop_name: string
  /** The company and the service to ask for at a bank or an agent. */
  company_name: string
  service_name: string
  page_url: string
  pdf_url: string
  /** The deadline as a calendar file (`.ics`). */
  calendar_url: string
  reorder_url: string | null
  /** The server's clock, so that a countdown does not depend on the phone's. */
  now: string
}

/** The public part of a view: nothing about the payer beyond the first name. */
export function toVoucherJson(view: VoucherView): VoucherJson {
  return {
    cip: view.cip,
    status: view.status,
    amount: view.amount,
    currency_code: view.currencyCode,
    expires_at: view.expiresAt.toISOString(),
    paid_at: view.paidAt?.toISOString() ?? null,
    order_display_id: view.orderDisplayId === undefined ? null : Number(view.orderDisplayId),
    first_name: view.firstName ?? null,
    shop_name: view.shop.name,
    company_name: view.content.companyName,
    service_name: view.content.serviceNames[view.currencyCode],
    page_url: view.pageUrl,
    pdf_url: view.pdfUrl,
    calendar_url: view.calendarUrl,
    reorder_url: view.reorderUrl ?? null,
    now: view.now.toISOString(),
  }
}
