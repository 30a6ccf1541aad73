const PAGE_ADDRESS = /^(https?:\/\/[^?#]*)\/pagoefectivo\/vouchers\/([^/?#]+)(?:[?#]|$)/

/**
 * The store route that belongs to a voucher page: `/pagoefectivo/vouchers/<token>` becomes
 * `/store/pagoefectivo/vouchers/<token>` on the same backend. `undefined` for any other address.
 */
export function storeVoucherUrl(pageUrl: string): string | undefined {
  const [, base, token] = PAGE_ADDRESS.exec(pageUrl) ?? []
  return base && token ? `${base}/store/pagoefectivo/vouchers/${token}` : undefined
}
