import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { PagoEfectivoEvents } from "../workflows/events"
import { takeTurn } from "../workflows/notices/notice-turns"
import { processNotice } from "../workflows/notices/process-notice"

/** Processes a notice as soon as it is stored. If this is lost, the inbox job does it. */
export default async function onNoticeStored({ event, container }: SubscriberArgs<{ id: string }>) {
  await takeTurn(() => processNotice(container, event.data.id))
}

export const config: SubscriberConfig = {
  event: PagoEfectivoEvents.NOTICE_STORED,
  context: { subscriberId: "pagoefectivo-notice-stored" },
}
