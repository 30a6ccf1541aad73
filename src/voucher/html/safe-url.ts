import { MAX_LOGO_CHARACTERS, MAX_PAGE_URL_CHARACTERS } from "../limits"
import type { VoucherView } from "../voucher-view"

const WEB_PROTOCOLS = new Set(["http:", "https:"])
const IMAGE_DATA_URI = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i

/**
 * The page's own absolute address.
 *
 * @throws RangeError when it is not an http(s) address or too long for a QR
 */
export function parsePageUrl(pageUrl: string): URL {
  const url = URL.canParse(pageUrl) ? new URL(pageUrl) : undefined
  if (!url || !WEB_PROTOCOLS.has(url.protocol) || pageUrl.length > MAX_PAGE_URL_CHARACTERS) {
    throw new RangeError(
      `pageUrl: found ${JSON.stringify(pageUrl.slice(0, 60))}, expected an absolute http(s) address of at most ${MAX_PAGE_URL_CHARACTERS} characters`,
    )
  }
  return url
}

/** A link resolved against the page, or `undefined` when it is absent or would run a script. */
export function safeLink(link: string | undefined, page: URL): string | undefined {
  if (!link || !URL.canParse(link, page)) return undefined
  const url = new URL(link, page)
  return WEB_PROTOCOLS.has(url.protocol) ? url.href : undefined
}

/** A logo the page's policy lets through: a data URI of an image, or a file of the page's own origin. */
export function safeLogo(logoUrl: string | undefined, page: URL): string | undefined {
  if (!logoUrl || logoUrl.length > MAX_LOGO_CHARACTERS) return undefined
  if (IMAGE_DATA_URI.test(logoUrl)) return logoUrl
  const link = safeLink(logoUrl, page)
  return link && new URL(link).origin === page.origin ? link : undefined
}

/** Where a voucher's logo is, if it has one that may be shown. */
export function logoAddress(view: VoucherView): string | undefined {
  return safeLogo(view.shop.logoUrl, parsePageUrl(view.pageUrl))
}

/** The address with one query parameter set. */
export function withParameter(url: string | URL, name: string, value: string): string {
  const copy = new URL(url)
  copy.searchParams.set(name, value)
  return copy.href
}
