import type { VoucherLanguage } from "../../../voucher"

/** `?lang=en`, or the form's field; Spanish for anything else. */
export function languageOf(asked: unknown): VoucherLanguage {
  return asked === "en" ? "en" : "es"
}
