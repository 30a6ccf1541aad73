import { BoundedLog } from "../bounded-log"
import { MAX_LOGGED_DELIVERIES } from "../limits"
import type { Delivery } from "./delivery"

interface Waiter {
  matches: (delivery: Delivery) => boolean
  resolve: (delivery: Delivery) => void
  reject: (error: Error) => void
  timer: NodeJS.Timeout
}

/** Keeps deliveries and wakes those who wait for one. */
export class DeliveryLog extends BoundedLog<Delivery> {
  private readonly waiters = new Set<Waiter>()

  constructor() {
    super(MAX_LOGGED_DELIVERIES)
  }

  /** To be called once an attempt has come to its end. */
  finished(delivery: Delivery): void {
    for (const waiter of [...this.waiters]) {
      if (waiter.matches(delivery)) {
        this.leave(waiter)
        waiter.resolve(delivery)
      }
    }
  }

  /**
   * The first finished attempt that matches, one of the past included.
   * @throws Error when none comes in time; it tells what was delivered instead.
   */
  waitFor(matches: (delivery: Delivery) => boolean, timeoutMs: number): Promise<Delivery> {
    const known = this.all().find((one) => one.outcome !== "in_flight" && matches(one))
    if (known) {
      return Promise.resolve(known)
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.leave(waiter)
        reject(new Error(`No such delivery within ${timeoutMs} ms. Delivered: ${this.summary()}`))
      }, timeoutMs)
      const waiter: Waiter = { matches, resolve, reject, timer }
      this.waiters.add(waiter)
    })
  }

  /** Gives up all who still wait. */
  abandon(reason: string): void {
    for (const waiter of [...this.waiters]) {
      this.leave(waiter)
      waiter.reject(new Error(reason))
    }
  }

  private leave(waiter: Waiter): void {
    clearTimeout(waiter.timer)
    this.waiters.delete(waiter)
  }

  private summary(): string {
    const lines = this.all().slice(-10)
    const shown = lines.map(
      ({ eventType, cip, attempt, outcome, status }) =>
        `${eventType} ${cip} attempt ${attempt} ${outcome}${status === null ? "" : ` ${status}`}`,
    )
    return shown.join("; ") || "nothing"
  }
}
