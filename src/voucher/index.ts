export {
  defaultVoucherContent,
  type PaymentPoint,
  type VoucherContent,
  type VoucherContentOptions,
  voucherContentSchema,
} from "./content/voucher-content"
export {
  renderVoucherEmail,
  type VoucherEmail,
  type VoucherEmailKind,
} from "./email/render-voucher-email"
export { formatCip, spellCip } from "./format/cip"
export { formatLimaDateTime, type VoucherLanguage } from "./format/deadline"
export { formatMoney, type VoucherCurrency } from "./format/money"
export type { CheckResult } from "./page/check-section"
export type { PrintLayout } from "./page/page-shell"
export { renderNotFoundPage } from "./page/render-not-found-page"
export {
  type RenderedPage,
  renderVoucherPage,
  type VoucherPageOptions,
} from "./page/render-voucher-page"
export { renderVoucherPdf } from "./pdf/render-voucher-pdf"
export { toVoucherJson, type VoucherJson } from "./voucher-json"
export type { VoucherShop, VoucherStatus, VoucherView } from "./voucher-view"
