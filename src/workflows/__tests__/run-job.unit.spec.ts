import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { PAGOEFECTIVO_MODULE } from "../../modules/pagoefectivo"
import { runJob } from "../run-job"

interface Run {
  result: Record<string, unknown> | null
  error: string | null
}

/** A store whose locks behave as told: a database without locks can't be had on demand. */
function storeWith(lock: (job: () => Promise<unknown>) => Promise<unknown>) {
  const runs: Run[] = []
  const errors: string[] = []
  const parts: Record<string, unknown> = {
    [ContainerRegistrationKeys.LOGGER]: { error: (text: string) => errors.push(text) },
    [PAGOEFECTIVO_MODULE]: {
      leases: { hold: (_key: string, _wait: number, job: () => Promise<unknown>) => lock(job) },
      jobState: {
        recordRun: async (_name: string, { result, error }: Run) => {
          runs.push({ result, error })
        },
      },
    },
  }
  const container = { resolve: (name: string) => parts[name] }
  return { container: container as never, runs, errors }
}

const granted = (job: () => Promise<unknown>) => job()
const rejected = (message: string) => () => Promise.reject(new Error(message))

describe("a scheduled job", () => {
  it("is recorded with its result", async () => {
    const { container, runs, errors } = storeWith(granted)
    await runJob(container, "poll", async () => ({ asked: 2 }))
    expect(runs).toEqual([{ result: { asked: 2 }, error: null }])
    expect(errors).toEqual([])
  })

  it.each(["Timed-out acquiring lock.", 'Failed to acquire lock for key "poll"'])(
    "is left to the instance that holds its lock, without a word: %s",
    async (message) => {
      const { container, runs, errors } = storeWith(rejected(message))
      await runJob(container, "poll", async () => ({}))
      expect(runs).toEqual([])
      expect(errors).toEqual([])
    },
  )

  it.each(["Command timed out", "Connection terminated due to connection timeout", "ETIMEDOUT"])(
    "is a failed run when its lock can't be asked for: %s",
    async (message) => {
      const { container, runs, errors } = storeWith(rejected(message))
      await runJob(container, "poll", async () => ({}))
      expect(runs).toEqual([{ result: null, error: message }])
      expect(errors).toEqual([`PagoEfectivo: job poll failed: ${message}`])
    },
  )

  it("is a failed run when a lock that it waits for itself is not granted", async () => {
    const { container, runs } = storeWith(granted)
    await runJob(container, "poll", rejected("Timed-out acquiring lock."))
    expect(runs).toEqual([{ result: null, error: "Timed-out acquiring lock." }])
  })

  it("never takes the process down, not even when its failure can't be recorded", async () => {
    const { container, errors } = storeWith(granted)
    const store = container as { resolve: (name: string) => { jobState: object } }
    store.resolve(PAGOEFECTIVO_MODULE).jobState = {
      recordRun: rejected("the database is gone"),
    }
    await runJob(container, "poll", async () => ({}))
    expect(errors).toEqual([
      "PagoEfectivo: job poll failed: the database is gone",
      "PagoEfectivo: that could not be recorded: the database is gone",
    ])
  })
})
