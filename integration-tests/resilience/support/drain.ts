import { setTimeout as pause } from "node:timers/promises"
import type { TestDatabase } from "../../support/database"
import { eventually } from "../../support/eventually"
import type { StoreProcess } from "../../support/start-store"

const JOBS = ["process-inbox", "expire-vouchers", "poll-vouchers"] as const
/** The second round sees what the first has changed; more are needed after failures. */
const MIN_ROUNDS = 2
/** After an outage the circuit breaker holds calls back for half a minute; a thousand races take a while. */
const DRAIN_TIMEOUT_MS = 10 * 60_000
const PAUSE_MS = 500
const JOB_TIMEOUT_MS = 120_000
/** A database that has just come back may refuse the first runs. */
const MAX_JOB_TRIES = 5

/**
 * Lets time pass for everything that waits, and runs the jobs until nothing is left to do.
 * @returns the rounds it took
 * @throws Error when something is still left after a long while
 */
export async function drain(store: StoreProcess, database: TestDatabase): Promise<number> {
  await database.query(
    "UPDATE pagoefectivo_voucher SET next_check_at = now() WHERE next_check_at IS NOT NULL",
  )
  const deadline = Date.now() + DRAIN_TIMEOUT_MS
  for (let round = 1; ; round++) {
    await letTimePass(database)
    for (const job of JOBS) await runToTheEnd(store, database, job)
    if (round < MIN_ROUNDS) continue
    const open = await countOpen(database)
    if (open === 0) return round
    if (Date.now() > deadline)
      throw new Error(`After ${round} rounds ${open} tasks are still open.`)
    await pause(PAUSE_MS)
  }
}

/** Runs a job now; also when the store's own schedule was running it at this moment. */
export async function runToTheEnd(
  store: StoreProcess,
  database: TestDatabase,
  job: (typeof JOBS)[number],
): Promise<void> {
  const [{ now } = { now: new Date() }] = await database.query<{ now: Date }>("SELECT now()")
  let tries = 0
  await eventually(
    async () => {
      await store.nudgeJob(job)
      const [run] = await database.query<{ started_at: Date; last_error: string | null }>(
        "SELECT started_at, last_error FROM pagoefectivo_job_run WHERE name = $1",
        [job],
      )
      return run
    },
    (run) => {
      if (!run || run.started_at < now) return false
      if (run.last_error && ++tries >= MAX_JOB_TRIES) {
        throw new Error(`Job ${job} failed ${tries} times: ${run.last_error}`)
      }
      return !run.last_error
    },
    { what: `a run of ${job}`, timeoutMs: JOB_TIMEOUT_MS },
  )
}

/** Waiting times are over: backoffs, and the minutes that the sweeps look back. */
async function letTimePass(database: TestDatabase): Promise<void> {
  await database.query(
    "UPDATE order_change SET created_at = created_at - interval '11 minutes' WHERE status = 'pending'",
  )
  await database.query(
    `UPDATE pagoefectivo_notice SET next_try_at = now() WHERE status = 'received'`,
  )
  await database.query(
    `UPDATE pagoefectivo_voucher
        SET closing_next_try_at = CASE WHEN closing_reason IS NULL THEN NULL ELSE now() END,
            closed_at = CASE WHEN closed_at IS NULL THEN NULL
                             ELSE least(closed_at, now() - interval '2 minutes') END,
            issued_at = CASE WHEN order_id IS NULL THEN issued_at - interval '31 minutes'
                             ELSE issued_at END`,
  )
}

async function countOpen(database: TestDatabase): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `SELECT (SELECT count(*) FROM pagoefectivo_voucher
              WHERE closing_reason IS NOT NULL OR next_check_at <= now())::int
          + (SELECT count(*) FROM pagoefectivo_notice WHERE status = 'received')::int AS count`,
  )
  return row?.count ?? 0
}
