import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { PagoEfectivoEvents } from "../workflows/events"
import { sendVoucherEmail } from "../workflows/emails/send-voucher-email"

/** To the shopper: the money is on its way back. If this fails, the mail job tries again. */
export default async function emailRefundTransferred({
  event: { data },
  container,
}: SubscriberArgs<{ id: string; refund_id: string }>) {
  const { id, refund_id } = data
  await sendVoucherEmail(container, { voucherId: id, kind: "refunded", refundId: refund_id })
}

export const config: SubscriberConfig = {
  event: PagoEfectivoEvents.REFUND_TRANSFERRED,
  context: { subscriberId: "pagoefectivo-email-refund-transferred" },
}
