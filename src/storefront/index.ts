"use client"

export { type VoucherLabels, voucherLabels } from "./labels"
export { PagoEfectivoVoucher, type PagoEfectivoVoucherProps } from "./pagoefectivo-voucher"
export { storeVoucherUrl } from "./store-voucher-url"
export type {
  CheckOutcome,
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
