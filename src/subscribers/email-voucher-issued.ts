import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { PagoEfectivoEvents } from "../workflows/events"
import { sendVoucherEmail } from "../workflows/emails/send-voucher-email"

/** To the shopper: the code and how to pay it. If this fails, the mail job tries again. */
export default async function emailVoucherIssued({
  event,
  container,
}: SubscriberArgs<{ id: string }>) {
  await sendVoucherEmail(container, { voucherId: event.data.id, kind: "issued" })
}

export const config: SubscriberConfig = {
  event: PagoEfectivoEvents.VOUCHER_ISSUED,
  context: { subscriberId: "pagoefectivo-email-voucher-issued" },
}
