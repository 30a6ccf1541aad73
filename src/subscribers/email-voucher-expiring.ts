import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { PagoEfectivoEvents } from "../workflows/events"
import { sendVoucherEmail } from "../workflows/emails/send-voucher-email"

/** To the shopper: a reminder before the deadline. If this fails, the mail job tries again. */
export default async function emailVoucherExpiring({
  event,
  container,
}: SubscriberArgs<{ id: string }>) {
  await sendVoucherEmail(container, { voucherId: event.data.id, kind: "expiring" })
}

export const config: SubscriberConfig = {
  event: PagoEfectivoEvents.VOUCHER_EXPIRING,
  context: { subscriberId: "pagoefectivo-email-voucher-expiring" },
}
