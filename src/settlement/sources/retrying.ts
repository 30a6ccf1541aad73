import { setTimeout as sleep } from "node:timers/promises"
import { MAX_RETRY_PAUSE_MS, SOURCE_ATTEMPTS } from "../limits"
import { SourceError } from "./errors"

/**
 * Tries again what may succeed a little later, a bounded number of times. A server that says how long
 * it wants to be left alone is; if that is long, the error goes to whoever can come back later.
 */
export async function retrying<T>(
  retryDelayMs: number,
  attempt: () => Promise<T>,
  isWorthIt: (error: SourceError) => boolean = ({ retryable }) => retryable,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      const isLast = tries === SOURCE_ATTEMPTS
      if (isLast || !(error instanceof SourceError) || !isWorthIt(error)) throw error
      const pause = Math.max(retryDelayMs * 2 ** (tries - 1), error.retryAfterMs ?? 0)
      if (pause > MAX_RETRY_PAUSE_MS) throw error
      await sleep(pause)
    }
  }
}
