import type { ReconciliationReason } from "../../../reconciliation"
import type { NewEvent } from "../events/outbox"
import { PagoEfectivoEvents } from "../events/events"

export interface OpenedCase {
  id: string
  reason: ReconciliationReason
  orderId?: string | null
  voucherId?: string | null
}

/** What is announced of a case that opened, or opened again. */
export function openedEvents(opened: OpenedCase, data: Record<string, string> = {}): NewEvent[] {
  const { id, reason, orderId, voucherId } = opened
  const event = { name: PagoEfectivoEvents.CASE_OPENED, subjectId: id, data }
  if (reason !== "late_payment" || !voucherId) return [event]
  const about = orderId ? { ...data, order_id: orderId } : data
  return [event, { name: PagoEfectivoEvents.LATE_PAYMENT, subjectId: voucherId, data: about }]
}

/** What is announced of a case that a person closed, or that healed. */
export function resolvedEvent(id: string, data: Record<string, string> = {}): NewEvent {
  return { name: PagoEfectivoEvents.CASE_RESOLVED, subjectId: id, data }
}
