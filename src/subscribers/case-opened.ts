import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { PagoEfectivoEvents } from "../workflows/events"
import { alertCase } from "../workflows/alerts/alert-case"

type Opened = { id: string; reconciliation_id?: string }

/**
 * Tells at once of a case that opened between two runs; what a run opens stands in its digest. If
 * this is lost, the next digest has it.
 */
export default async function onCaseOpened({ event, container }: SubscriberArgs<Opened>) {
  if (event.data.reconciliation_id) return
  await alertCase(container, event.data.id)
}

export const config: SubscriberConfig = {
  event: PagoEfectivoEvents.CASE_OPENED,
  context: { subscriberId: "pagoefectivo-case-opened" },
}
