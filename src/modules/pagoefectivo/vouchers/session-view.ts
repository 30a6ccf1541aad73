import type { VoucherContent } from "../../../voucher"
import type { VoucherRow } from "../types"

/** The part of a voucher that a storefront sees in the payment session's data. */
export interface VoucherSessionView {
  id: string
  cip: string
  status: VoucherRow["status"]
  /** ISO 8601 in UTC. */
  expires_at: string
  /** ISO 8601 in UTC; null until it is paid. */
  paid_at: string | null
  /** The company and the service to ask for at a bank or an agent. */
  company_name: string
  service_name: string
  /** The gateway's hosted page. */
  url: string | null
  /** The shop's own voucher page. */
  page_url: string
}

export interface SessionViewOptions {
  backendUrl: string
  voucher: { content: VoucherContent }
}

export function voucherSessionView(
  voucher: VoucherRow,
  options: SessionViewOptions,
): VoucherSessionView {
  const { companyName, serviceNames } = options.voucher.content
  return {
    id: voucher.id,
    cip: voucher.cip,
    status: voucher.status,
    expires_at: new Date(voucher.expires_at).toISOString(),
    paid_at: voucher.paid_at ? new Date(voucher.paid_at).toISOString() : null,
    company_name: companyName,
    service_name: serviceNames[voucher.currency_code as keyof typeof serviceNames],
    url: voucher.url,
    page_url: voucherPageUrl(voucher.token, options.backendUrl),
  }
}

export function voucherPageUrl(token: string, backendUrl: string): string {
  return `${backendUrl}/pagoefectivo/vouchers/${token}`
}
