const PAGE_PATH = /^(.*)\/pagoefectivo\/vouchers\/([^/]+)$/

/**
 * The store route that belongs to a voucher page: `/pagoefectivo/vouchers/<token>` becomes
 * `/store/pagoefectivo/vouchers/<token>` on the same backend.
 *
 * @throws RangeError when it is not the address of a voucher page
 */
export function storeVoucherUrl(pageUrl: string): string {
  const url = URL.canParse(pageUrl) ? new URL(pageUrl) : undefined
  const [, base, token] = (url && PAGE_PATH.exec(url.pathname)) ?? []
  if (!url || base === undefined || token === undefined) {
    throw new RangeError(
      "page_url: expected the address of a voucher page, …/pagoefectivo/vouchers/<token>",
    )
  }
  return `${url.origin}${base}/store/pagoefectivo/vouchers/${token}`
}
