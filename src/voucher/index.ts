export { renderVoucherCalendar } from "./calendar/render-voucher-calendar"
export type { PaymentPoint } from "./content/payment-point"
export {
  defaultVoucherContent,
  type VoucherContent,
  type VoucherContentOptions,
  voucherContentSchema,
} from "./content/voucher-content"
export { type VoucherEmailData, voucherEmailData } from "./email/email-data"
export {
  renderVoucherEmail,
  type VoucherEmail,
  type VoucherEmailKind,
} from "./email/render-voucher-email"
export { formatCip, spellCip } from "./format/cip"
export { formatLimaDateTime, type VoucherLanguage } from "./format/deadline"
export { formatMoney, type VoucherCurrency } from "./format/money"
export { logoAddress, safeLogo } from "./html/safe-url"
export { CHECK_ANCHOR, type CheckResult } from "./page/check-section"
export type { PrintLayout } from "./page/page-shell"
export { renderNotFoundPage } from "./page/render-not-found-page"
export {
  type RenderedPage,
  renderVoucherPage,
  type VoucherPageOptions,
} from "./page/render-voucher-page"
export type { PdfImage } from "./pdf/pdf-image"
export { readPdfImage } from "./pdf/read-pdf-image"
export { renderVoucherPdf } from "./pdf/render-voucher-pdf"
export { MAX_LOGO_BYTES } from "./limits"
export { defaultTexts } from "./wording/wording"
export { toVoucherJson, type VoucherJson } from "./voucher-json"
export type { VoucherStatus } from "./format/voucher-status"
export type { VoucherRefund, VoucherShop, VoucherView } from "./voucher-view"
