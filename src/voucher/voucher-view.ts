import type { VoucherContent } from "./content/voucher-content"
import type { VoucherCurrency } from "./format/money"
import type { VoucherStatus } from "./format/voucher-status"
import type { PdfImage } from "./pdf/pdf-image"

export interface VoucherShop {
  name: string
  /** A data URI of an image, or a file of the page's own origin; anything else is left out. */
  logoUrl?: string
  /** The same logo as a PDF takes it, see `readPdfImage`; without it the PDF has the name alone. */
  logoImage?: PdfImage
  /** How to reach the shop, in words: an address, a number, a mailbox. */
  contact?: string
}

/** A bank transfer by which a shop gave money back. */
export interface VoucherRefund {
  /** Decimal string with two digits. */
  amount: string
  at: Date
  /** The bank's number of the transfer. */
  reference: string
}

/** Everything a page, a PDF, an e-mail or a WhatsApp message about one voucher is made from. */
export interface VoucherView {
  /** The secret part of the page's address. */
  token: string
  /** 1 to 14 digits; leading zeros count. */
  cip: string
  status: VoucherStatus
  /** Decimal string with two digits, for example `"1234.50"`. */
  amount: string
  currencyCode: VoucherCurrency
  expiresAt: Date
  paidAt?: Date
  /** For the mail that tells of it. */
  refund?: VoucherRefund
  orderDisplayId?: string
  /** The payer's first name, and nothing else about the payer. */
  firstName?: string
  shop: VoucherShop
  /** The page's own absolute address; the other addresses may be relative to it. */
  pageUrl: string
  pdfUrl: string
  /** The deadline as a calendar file. */
  calendarUrl: string
  /** Takes a POST: as a form it answers with a redirect to the page, to `fetch` with JSON. */
  checkUrl: string
  /** Answers a GET with {@link VoucherJson}. */
  statusUrl: string
  /** Where the shopper can order again. */
  reorderUrl?: string
  /** The server's clock; countdowns start from it. */
  now: Date
  content: VoucherContent
}
