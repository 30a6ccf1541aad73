import { EventEmitter, once } from "node:events"
import { knex } from "@medusajs/framework/mikro-orm/knex"
import { Leases, type LeaseTerms } from "../../src/modules/pagoefectivo/locks/leases"
import { isLockTimeout } from "../../src/workflows/locks"
import { BOOT_TIMEOUT_MS, bootShop, type BootedShop } from "../support/booted-shop"
import { eventually } from "../support/eventually"

const KEY = "pagoefectivo:test"
/** Renewed ten times in its life, and so by a busy machine too. */
const TERMS: LeaseTerms = { lifeSeconds: 2, renewEverySeconds: 0.2 }

let shop: BootedShop
let sql: ReturnType<typeof knex>
const warnings: string[] = []

beforeAll(async () => {
  shop = await bootShop()
  sql = knex({ client: "pg", connection: shop.database.url })
}, BOOT_TIMEOUT_MS)

afterAll(async () => {
  await sql?.destroy()
  await shop?.close()
})

/** An instance of the store, as far as locks go. */
const instance = (terms: LeaseTerms = TERMS) =>
  new Leases(sql, (message) => warnings.push(message), terms)

/** A job that says when it has begun, and lasts until it is told to end. */
function longJob() {
  const steps = new EventEmitter()
  const begun = once(steps, "begun")
  const ended = once(steps, "end")
  const run = async () => {
    steps.emit("begun")
    await ended
    return "done"
  }
  return { run, begun, end: () => steps.emit("end") }
}

const refusalOf = (held: Promise<unknown>) =>
  held.then(
    () => null,
    (error: unknown) => error,
  )

describe("a lock", () => {
  it("lasts as long as its job, also when nobody waited for it so long and past its life", async () => {
    const job = longJob()
    const held = instance().hold(KEY, 1, job.run)
    await job.begun
    const refusal = await refusalOf(
      instance().hold(KEY, TERMS.lifeSeconds * 2, async () => undefined),
    )
    expect(isLockTimeout(refusal)).toBe(true)
    job.end()
    expect(await held).toBe("done")
    expect(await instance().hold(KEY, 1, async () => "next")).toBe("next")
    expect(warnings).toEqual([])
  })

  it("goes to one of those who wait at the same time, and then to the next", async () => {
    let inside = 0
    let most = 0
    const orders = Array.from({ length: 8 }, () =>
      instance().hold(KEY, 60, async () => {
        most = Math.max(most, ++inside)
        await sql.raw("SELECT pg_sleep(0.02)")
        inside--
      }),
    )
    await Promise.all(orders)
    expect(most).toBe(1)
  })

  it("is free again when its job has failed", async () => {
    const failed = instance().hold(KEY, 1, () => Promise.reject(new Error("the gateway is down")))
    await expect(failed).rejects.toThrow("the gateway is down")
    expect(await instance().hold(KEY, 1, async () => "next")).toBe("next")
  })

  it("of a process that died ends soon, and the process is told when it was only asleep", async () => {
    const job = longJob()
    const held = instance({ lifeSeconds: 1, renewEverySeconds: 3_600 }).hold(KEY, 1, job.run)
    await job.begun
    expect(await instance().hold(KEY, 60, async () => "next")).toBe("next")
    job.end()
    await held
    expect(warnings).toEqual([expect.stringContaining(`the lock ${KEY} ended before its job`)])
  })

  it("of long ago leaves nothing behind", async () => {
    await sql.raw(
      "INSERT INTO pagoefectivo_lease VALUES ('pagoefectivo:old', 'nobody', now() - interval '2 days')",
    )
    await shop.store.runJob("purge-notices")
    const { rows } = await sql.raw("SELECT 1 FROM pagoefectivo_lease WHERE owner = 'nobody'")
    expect(rows).toEqual([])
  })
})

describe("a scheduled job", () => {
  it("that takes longer than another run waits for it does not run twice", async () => {
    const release = await shop.database.holdWrites("pagoefectivo_job_run")
    const first = shop.store.nudgeJob("update-unsettled")
    // It can't end while its table is held.
    await eventually(
      () =>
        sql("pagoefectivo_lease").where("key", "pagoefectivo:job:update-unsettled").select("owner"),
      (leases) => leases.length === 1,
      { what: "the job at its work" },
    )
    // It leaves; a second run would wait at the end of its work like the first.
    await shop.store.nudgeJob("update-unsettled")
    await release()
    await first
  })
})
