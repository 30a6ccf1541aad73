import { setTimeout as sleep } from "node:timers/promises"

/** Waits; false when the wait was broken off because the sandbox was reset or closed. */
export async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  if (ms <= 0 || signal.aborted) {
    return !signal.aborted
  }
  return sleep(ms, true, { signal }).catch(() => false)
}
