import type { ReconciliationReason } from "../../../reconciliation"
import type { NewEvent } from "../events/outbox"
import { PagoEfectivoEvents } from "../events/events"

/** What is announced of a case that opened, or opened again. */
export function openedEvents(
  opened: { id: string; reason: ReconciliationReason; voucherId?: string | null },
  data?: Record<string, string>,
): NewEvent[] {
  const { id, reason, voucherId } = opened
  const event = { name: PagoEfectivoEvents.CASE_OPENED, subjectId: id, ...(data && { data }) }
  if (reason !== "late_payment" || !voucherId) return [event]
  return [event, { name: PagoEfectivoEvents.LATE_PAYMENT, subjectId: voucherId }]
}

/** What is announced of a case that a person closed, or that healed. */
export function resolvedEvent(id: string, data?: Record<string, string>): NewEvent {
  return { name: PagoEfectivoEvents.CASE_RESOLVED, subjectId: id, ...(data && { data }) }
}
