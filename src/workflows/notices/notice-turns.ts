import { bulkhead, isBulkheadRejectedError } from "cockatiel"
import { WORKFLOW_LIMITS as LIMITS } from "../limits"

const turns = bulkhead(LIMITS.noticesAtOnce, LIMITS.noticesWaiting)

/**
 * Runs `job` when fewer than `noticesAtOnce` others are under way in this process: processing a burst
 * of notices must not take the database's connections from those that still arrive.
 * @returns false when too many wait already, and `job` was not run; the inbox job finds its notice.
 */
export async function takeTurn(job: () => Promise<unknown>): Promise<boolean> {
  try {
    await turns.execute(job)
    return true
  } catch (error) {
    if (isBulkheadRejectedError(error)) return false
    throw error
  }
}
