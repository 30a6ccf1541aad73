import { SandboxUsageError } from "./sandbox-usage-error"
import { MAX_CLOCK_STEP_MS } from "./limits"

/**
 * The sandbox's own clock: the machine's plus what it was advanced by.
 *
 * Advancing ages the codes that exist. A code made afterwards starts in the present again, because
 * the store that asks for it lives by the machine's clock; tokens and `dateRequest` follow the
 * machine's clock too.
 */
export class SandboxClock {
  private advancedMs = 0

  constructor(private readonly machineNow: () => Date) {}

  /** The machine's time plus all that the clock was advanced by. */
  now(): Date {
    return new Date(this.machineNow().getTime() + this.advancedMs)
  }

  /** The machine's time. */
  present(): Date {
    return this.machineNow()
  }

  /** Milliseconds that the clock is ahead of the machine's. */
  get aheadMs(): number {
    return this.advancedMs
  }

  /** @throws SandboxUsageError when `ms` is not between 0 and a year. */
  advance(ms: number): void {
    if (!Number.isSafeInteger(ms) || ms < 0 || ms > MAX_CLOCK_STEP_MS) {
      throw new SandboxUsageError(
        `The clock advances by whole milliseconds from 0 to ${MAX_CLOCK_STEP_MS}, not by ${String(ms)}`,
      )
    }
    this.advancedMs += ms
  }

  reset(): void {
    this.advancedMs = 0
  }
}
