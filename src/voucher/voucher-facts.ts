import { formatCip } from "./format/cip"
import { formatLimaDateTime, formatDayInLima, type VoucherLanguage } from "./format/deadline"
import { formatMoney } from "./format/money"
import { plainText } from "./format/plain-text"
import { parsePageUrl, safeLink, withParameter } from "./html/safe-url"
import {
  MAX_FIRST_NAME_CHARACTERS,
  MAX_ORDER_ID_CHARACTERS,
  MAX_REFERENCE_CHARACTERS,
  MAX_SHOP_TEXT_CHARACTERS,
} from "./limits"
import type { VoucherView } from "./voucher-view"
import { Wording } from "./wording/wording"

/** A voucher's values as text, the same on page, PDF, e-mail and WhatsApp. */
export interface VoucherDetails {
  wording: Wording
  page: URL
  /** The page's address in the reader's language. */
  pageUrl: string
  cip: string
  groupedCip: string
  amount: string
  deadline: string
  paidAt: string | undefined
  refund: { amount: string; day: string; reference: string } | undefined
  /** Milliseconds to the deadline on the server's clock; never negative. */
  remainingMs: number
  shop: string
  contact: string | undefined
  order: string | undefined
  firstName: string | undefined
  company: string
  service: string
  reorderUrl: string | undefined
}

/**
 * Checks a view and turns it into text, once for whatever is rendered from it.
 *
 * @throws RangeError naming the field when the CIP, the amount, a date or the page's address is wrong
 */
export function voucherDetails(view: VoucherView, language: VoucherLanguage): VoucherDetails {
  const page = parsePageUrl(view.pageUrl)
  return {
    wording: new Wording(language, view.content.wording),
    page,
    pageUrl: language === "es" ? page.href : withParameter(page, "lang", language),
    cip: view.cip,
    groupedCip: formatCip(view.cip),
    amount: formatMoney(view.amount, view.currencyCode),
    deadline: formatLimaDateTime(view.expiresAt, language),
    paidAt: view.paidAt && formatLimaDateTime(view.paidAt, language),
    refund: view.refund && {
      amount: formatMoney(view.refund.amount, view.currencyCode),
      day: formatDayInLima(view.refund.at, language),
      reference: plainText(view.refund.reference, MAX_REFERENCE_CHARACTERS),
    },
    remainingMs: Math.max(0, view.expiresAt.getTime() - view.now.getTime()),
    shop: plainText(view.shop.name, MAX_SHOP_TEXT_CHARACTERS) || page.hostname,
    contact: optionalText(view.shop.contact, MAX_SHOP_TEXT_CHARACTERS),
    order: optionalText(view.orderDisplayId, MAX_ORDER_ID_CHARACTERS),
    firstName: optionalText(view.firstName, MAX_FIRST_NAME_CHARACTERS),
    company: view.content.companyName,
    service: view.content.serviceNames[view.currencyCode],
    reorderUrl: safeLink(view.reorderUrl, page),
  }
}

function optionalText(value: string | undefined, maxCharacters: number): string | undefined {
  return value === undefined ? undefined : plainText(value, maxCharacters) || undefined
}
