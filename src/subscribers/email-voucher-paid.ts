import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { PagoEfectivoEvents } from "../workflows/events"
import { sendVoucherEmail } from "../workflows/emails/send-voucher-email"

/** To the shopper: thanks, the money has arrived. If this fails, the mail job tries again. */
export default async function emailVoucherPaid({
  event,
  container,
}: SubscriberArgs<{ id: string }>) {
  await sendVoucherEmail(container, { voucherId: event.data.id, kind: "paid" })
}

export const config: SubscriberConfig = {
  event: PagoEfectivoEvents.VOUCHER_PAID,
  context: { subscriberId: "pagoefectivo-email-voucher-paid" },
}
