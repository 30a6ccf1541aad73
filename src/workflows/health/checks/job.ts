import { pagoEfectivo } from "../../container"
import { finding, ok, type CheckHealth } from "../health-check"
import { HEALTH_LIMITS as LIMITS } from "../limits"

/** When this process began to look: right after a start no job can have run yet. */
const startedAt = Date.now()

/**
 * Whether a scheduled job runs as often as it should, and without errors.
 * @param busyMinutes how long one run may take; a run is known when it has ended
 */
export function job(name: string, intervalMinutes: number, busyMinutes = 0): CheckHealth {
  const patienceMs = (LIMITS.missedJobIntervals * intervalMinutes + busyMinutes) * 60_000
  return async ({ container, now }) => {
    const [run] = await pagoEfectivo(container).listJobRuns({ name }, { take: 1 })
    const last = run?.finished_at ? new Date(run.finished_at) : null
    const data = {
      job: name,
      interval_minutes: intervalMinutes,
      last_run_at: last?.toISOString() ?? null,
      last_error: run?.last_error ?? null,
    }
    const todo =
      "Scheduled jobs run on worker instances: see that one is up (MEDUSA_WORKER_MODE shared or worker), and read its log."
    if (!last && now.getTime() - startedAt < patienceMs) {
      return finding("unknown", `Job ${name} has not run yet.`, "Look again in a few minutes.", {
        ...data,
        finding: "not_yet",
      })
    }
    if (!last || now.getTime() - last.getTime() > patienceMs) {
      return finding(
        "problem",
        last ? `Job ${name} last ran at ${data.last_run_at}.` : `Job ${name} has never run.`,
        todo,
        { ...data, finding: "late" },
      )
    }
    if (data.last_error) {
      return finding("warning", `Job ${name} failed: ${data.last_error}`, todo, {
        ...data,
        finding: "failed",
      })
    }
    return ok(`Job ${name} runs.`, data)
  }
}
