import type { VoucherLabels } from "./labels"
import type { StorefrontLanguage } from "./language"
import type { SessionVoucher, VoucherCurrency } from "./types"

/** What the parts of the component are drawn from. */
export interface ShownVoucher {
  voucher: SessionVoucher
  /** Decimal string with two digits. */
  amount: string
  currencyCode: VoucherCurrency
  labels: VoucherLabels
  language: StorefrontLanguage
}
