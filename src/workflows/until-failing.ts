import { WORKFLOW_LIMITS as LIMITS } from "./limits"

/** How often a step has failed since it last succeeded. */
export interface FailuresInARow {
  count: number
}

/**
 * Does `step` for one item after another and ends when it fails several times in a row: then the
 * gateway is down, and the rest waits for the next run rather than time out one by one.
 * @param step tells whether it succeeded
 * @param failures to go on counting where an earlier call of the same run stopped
 * @returns whether all items had their turn
 */
export async function untilFailing<Item>(
  items: readonly Item[],
  step: (item: Item) => Promise<boolean>,
  failures: FailuresInARow = { count: 0 },
): Promise<boolean> {
  for (const item of items) {
    if (failures.count >= LIMITS.failuresInARowToStop) return false
    failures.count = (await step(item)) ? 0 : failures.count + 1
  }
  return true
}
