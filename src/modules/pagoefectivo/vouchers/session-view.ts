import type { VoucherRow } from "../types"

/** The part of a voucher that a storefront sees in the payment session's data. */
export interface VoucherSessionView {
  id: string
  cip: string
  status: VoucherRow["status"]
  /** ISO 8601 in UTC. */
  expires_at: string
  /** The gateway's hosted page. */
  url: string | null
  /** The shop's own voucher page. */
  page_url: string
}

export function voucherSessionView(voucher: VoucherRow, backendUrl: string): VoucherSessionView {
  return {
    id: voucher.id,
    cip: voucher.cip,
    status: voucher.status,
    expires_at: new Date(voucher.expires_at).toISOString(),
    url: voucher.url,
    page_url: voucherPageUrl(voucher.token, backendUrl),
  }
}

export function voucherPageUrl(token: string, backendUrl: string): string {
  return `${backendUrl}/pagoefectivo/vouchers/${token}`
}
