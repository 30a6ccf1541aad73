import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { PagoEfectivoEvents } from "../workflows/events"
import { alertCase } from "../workflows/settlement/alerts/alert-case"

/** Tells at once of a case that opened between two runs. If this is lost, the next digest has it. */
export default async function onCaseOpened({ event, container }: SubscriberArgs<{ id: string }>) {
  await alertCase(container, event.data.id)
}

export const config: SubscriberConfig = {
  event: PagoEfectivoEvents.CASE_OPENED,
  context: { subscriberId: "pagoefectivo-case-opened" },
}
