import type { VoucherLanguage } from "../format/deadline"

const FRAME_SOURCE = /^(?:'self'|https?:\/\/[\w.*-]+(?::\d+)?)$/
const NONCE = /^[A-Za-z0-9+/_-]{16,}={0,2}$/

export interface PageHeaderOptions {
  language: VoucherLanguage
  nonce: string
  /** Origins that may show the page in a frame; none by default. */
  frameAncestors?: readonly string[]
}

/**
 * The headers a voucher page must be sent with.
 *
 * @throws RangeError when the nonce or an origin could break out of the policy
 */
export function pageHeaders(options: PageHeaderOptions): Record<string, string> {
  return {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Language": options.language === "es" ? "es-PE" : "en",
    "Content-Security-Policy": contentSecurityPolicy(options),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
  }
}

function contentSecurityPolicy({ nonce, frameAncestors = [] }: PageHeaderOptions): string {
  if (!NONCE.test(nonce)) {
    throw new RangeError("nonce: expected at least 16 base64 characters")
  }
  for (const source of frameAncestors) {
    if (!FRAME_SOURCE.test(source)) {
      throw new RangeError(
        `frameAncestors: found ${JSON.stringify(source)}, expected 'self' or an origin such as https://shop.example`,
      )
    }
  }
  return [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${frameAncestors.length > 0 ? frameAncestors.join(" ") : "'none'"}`,
  ].join("; ")
}
