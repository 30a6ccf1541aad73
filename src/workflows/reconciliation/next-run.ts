import { MedusaError } from "@medusajs/framework/utils"
import { createTask } from "node-cron"

/**
 * The next moment of a cron expression, read in an IANA time zone.
 * @throws MedusaError (invalid_data) for an expression that never comes (30 February).
 */
export function nextRun(schedule: string, timezone: string): Date {
  const task = createTask(schedule, () => undefined, { timezone })
  try {
    const [next] = task.getNextRuns(1)
    if (next) return next
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `The schedule "${schedule}" never comes: expected a cron expression such as "0 3 * * *".`,
    )
  } finally {
    void task.destroy()
  }
}
