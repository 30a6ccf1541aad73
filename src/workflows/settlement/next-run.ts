import { createTask } from "node-cron"

/**
 * The next moment of a cron expression, read in an IANA time zone.
 * @throws Error for an expression that never comes (30 February).
 */
export function nextRun(schedule: string, timezone: string): Date {
  const task = createTask(schedule, () => undefined, { timezone })
  try {
    const [next] = task.getNextRuns(1)
    if (next) return next
    throw new Error(`The schedule "${schedule}" has no next run`)
  } finally {
    void task.destroy()
  }
}
