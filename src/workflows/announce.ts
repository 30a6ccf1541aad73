import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { PendingEvent } from "../modules/pagoefectivo/events/outbox"
import type { PagoEfectivoEvent } from "../modules/pagoefectivo/events/events"
import { pagoEfectivo } from "./container"
import { messageOf } from "./error-message"
import { WORKFLOW_LIMITS as LIMITS } from "./limits"

/**
 * Announces what was written down about some vouchers, cases or runs, after its transaction. What
 * goes wrong here holds nothing up: the job announces it again. At least once, so that a
 * subscriber may see an event twice.
 * @param orderId for a voucher that does not know its order yet
 */
export async function announce(
  container: MedusaContainer,
  names: PagoEfectivoEvent | PagoEfectivoEvent[],
  ids: string | string[],
  orderId?: string | null,
): Promise<void> {
  try {
    const pending = await pagoEfectivo(container).outbox.pendingAbout([names].flat(), [ids].flat())
    await send(container, pending, orderId ?? null)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `PagoEfectivo: ${[names].flat().join(", ")} could not be announced; the job announce-events tries again: ${messageOf(error)}`,
      )
  }
}

/**
 * Announces what no process has announced: it died after it had written it down, or the bus was away.
 * @throws the bus's error; the events stay for the next run
 */
export async function announceOverdue(container: MedusaContainer): Promise<{ announced: number }> {
  const overdue = await pagoEfectivo(container).outbox.overdue(
    LIMITS.eventHeadStartSeconds,
    LIMITS.eventBatch,
  )
  await send(container, overdue, null)
  return { announced: overdue.length }
}

async function send(
  container: MedusaContainer,
  events: PendingEvent[],
  orderId: string | null,
): Promise<void> {
  if (events.length === 0) return
  await container
    .resolve(Modules.EVENT_BUS)
    .emit(events.map((event) => messageOfEvent(event, orderId)))
  await pagoEfectivo(container).outbox.announced(events)
}

function messageOfEvent(event: PendingEvent, otherwise: string | null) {
  const orderId = event.order_id ?? otherwise
  return {
    name: event.name,
    data: { id: event.subject_id, ...(orderId && { order_id: orderId }), ...event.data },
  }
}
