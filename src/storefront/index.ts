export { type VoucherLabels, voucherLabels } from "./labels"
export { storefrontLanguage, type StorefrontLanguage } from "./language"
export { pagoEfectivoMethod, type PaymentMethodTexts } from "./method-texts"
export { isPaymentMethodOffered } from "./offered"
export { orderVoucher, type OrderWithSessions } from "./order-voucher"
export {
  PagoEfectivoOrderVoucher,
  type PagoEfectivoOrderVoucherProps,
} from "./pagoefectivo-order-voucher"
export { PagoEfectivoVoucher, type PagoEfectivoVoucherProps } from "./pagoefectivo-voucher"
export {
  pagoEfectivoErrorCode,
  type PagoEfectivoErrorCode,
  pagoEfectivoMessage,
} from "./problem-messages"
export { storeVoucherUrl } from "./store-voucher-url"
export type {
  CheckOutcome,
  PaymentLimits,
  SessionData,
  SessionVoucher,
  StoreVoucher,
  VoucherCurrency,
  VoucherStatus,
} from "./types"
export {
  useVoucherStatus,
  type UseVoucherStatusOptions,
  type VoucherStatusState,
} from "./use-voucher-status"
