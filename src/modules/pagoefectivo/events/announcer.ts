import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import { MODULE_LIMITS as LIMITS } from "../limits"
import type { EventOutbox, PendingEvent } from "./outbox"

/** Medusa's event bus and log, as the module's container has them; asked for when they are needed. */
export interface Announcing {
  bus(): IEventBusModuleService | undefined
  logger(): Logger
}

/**
 * Tells the store what was stored in the outbox, after its transaction. At least once: a subscriber
 * may see an event twice.
 */
export class Announcer {
  constructor(
    private readonly outbox: EventOutbox,
    private readonly announcing: Announcing,
  ) {}

  /** What goes wrong here holds nothing up: the job announces it again. */
  async announce(eventIds: string[]): Promise<void> {
    if (eventIds.length === 0) return
    try {
      await this.send(await this.outbox.pending(eventIds))
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error)
      this.announcing
        .logger()
        .warn(
          `PagoEfectivo: ${eventIds.length} events could not be announced; the job announce-events tries again: ${problem}`,
        )
    }
  }

  /**
   * Announces what no process has announced: it died after it had stored it, or the bus was away.
   * @throws the bus's error; the events stay for the next run
   */
  async announceOverdue(): Promise<{ announced: number }> {
    const overdue = await this.outbox.overdue(LIMITS.eventHeadStartSeconds, LIMITS.eventBatch)
    await this.send(overdue)
    return { announced: overdue.length }
  }

  private async send(events: PendingEvent[]): Promise<void> {
    const bus = this.announcing.bus()
    if (events.length === 0 || !bus) return
    await bus.emit(events.map(messageOfEvent))
    await this.outbox.announced(events)
  }
}

function messageOfEvent({ name, subject_id, order_id, data }: PendingEvent) {
  return { name, data: { id: subject_id, ...(order_id && { order_id }), ...data } }
}
