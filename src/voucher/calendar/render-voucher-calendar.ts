import ical, { ICalAlarmType, ICalEventBusyStatus } from "ical-generator"
import { voucherDetails } from "../voucher-facts"
import type { VoucherView } from "../voucher-view"
import type { VoucherLanguage } from "../format/deadline"

const PRODUCT = { company: "medusa-payment-pagoefectivo", product: "voucher" }
/** A phone that takes the file in rings while there is still time to go and pay. */
const ALARM_SECONDS_BEFORE = 3 * 3_600

/**
 * The deadline as an entry for the shopper's own calendar (RFC 5545): an instant, so that a phone in
 * another zone shows it right, with an alarm three hours before. Taken in twice it stays one entry.
 * It holds what the page shows and nothing of the payer.
 *
 * @throws RangeError naming the field of the view that is wrong
 */
export function renderVoucherCalendar(view: VoucherView, language: VoucherLanguage): string {
  const facts = voucherDetails(view, language)
  const { amount, cip, company, groupedCip, pageUrl, shop, wording } = facts
  const calendar = ical({ prodId: { ...PRODUCT, language: language.toUpperCase() } })
  const event = calendar.createEvent({
    id: `cip-${cip}@${facts.page.hostname}`,
    stamp: view.now,
    start: view.expiresAt,
    end: view.expiresAt,
    busystatus: ICalEventBusyStatus.FREE,
    summary: wording.text("calendar.summary", { amount, shop }),
    description: wording.text("calendar.text", { company, cip: groupedCip, amount, url: pageUrl }),
    url: pageUrl,
  })
  event.createAlarm({ type: ICalAlarmType.display, trigger: ALARM_SECONDS_BEFORE })
  return calendar.toString()
}
