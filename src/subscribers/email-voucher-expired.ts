import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { PagoEfectivoEvents } from "../workflows/events"
import { sendVoucherEmail } from "../workflows/emails/send-voucher-email"

/** To the shopper: the code is over, with a way to order again. If this fails, the mail job tries again. */
export default async function emailVoucherExpired({
  event,
  container,
}: SubscriberArgs<{ id: string }>) {
  await sendVoucherEmail(container, { voucherId: event.data.id, kind: "expired" })
}

export const config: SubscriberConfig = {
  event: PagoEfectivoEvents.VOUCHER_EXPIRED,
  context: { subscriberId: "pagoefectivo-email-voucher-expired" },
}
