import { Client } from "@medusajs/framework/pg"
import { createSandbox, type Sandbox } from "../../src/sandbox"
import { Admin } from "../support/admin"
import { offerGateways, providersOf } from "../support/both-gateways"
import { createTestDatabase, type TestDatabase } from "../support/database"
import { eventually } from "../support/eventually"
import { GATEWAYS } from "../support/gateways"
import { reportFigure } from "../support/report"
import { startStore, type StoreProcess } from "../support/start-store"
import { BusyShopper } from "./support/busy-shopper"
import { fillShelves, passGrace } from "./support/campaign-shop"
import { drain, runToTheEnd } from "./support/drain"
import { expectMoneyIsSafe } from "./support/invariants"
import { startOwnPostgres, type OwnPostgres } from "./support/own-postgres"

const FRAME_TIMEOUT_MS = 15 * 60_000
const TEST_TIMEOUT_MS = 6 * 60_000
/** Long enough for the notices' own events, and for the circuit breaker to close again. */
const BY_ITSELF_MS = 60_000

let postgres: OwnPostgres
let sandbox: Sandbox
let database: TestDatabase
let store: StoreProcess
let shopper: BusyShopper

beforeAll(async () => {
  postgres = await startOwnPostgres()
  Object.assign(process.env, postgres.env)
  sandbox = await createSandbox()
  database = await createTestDatabase()
  store = await startStore({
    databaseUrl: database.url,
    gatewayUrl: sandbox.apiUrl,
    options: providersOf(sandbox),
    env: { LOG_LEVEL: "error" },
  })
  await offerGateways(await Admin.logIn(store), store)
  shopper = new BusyShopper(store, GATEWAYS)
  await fillShelves(database)
}, FRAME_TIMEOUT_MS)

afterAll(async () => {
  await store?.stop()
  await sandbox?.close()
  await database?.drop()
  await postgres?.stop()
}, FRAME_TIMEOUT_MS)

beforeEach(async () => {
  await sandbox.behave({
    down: false,
    noticesHeld: false,
    noticesSuppressed: false,
    noticeCopies: 1,
  })
  sandbox.setWebhookUrl(store.webhookUrl)
})

type Placed = Awaited<ReturnType<BusyShopper["placeOrders"]>>

const statusOf = ({ order }: Placed[number]) => shopper.order(order.id)

async function capturedByItself(orders: Placed): Promise<void> {
  for (const placed of orders) {
    await eventually(
      () => statusOf(placed),
      (order) => order.payment_status === "captured",
      { what: `the capture of ${placed.order.id}`, timeoutMs: BY_ITSELF_MS },
    )
  }
}

describe("the gateway is down for longer than the grace", () => {
  it(
    "and not one order is cancelled before it has answered",
    async () => {
      const orders = await shopper.placeOrders(6)
      const [paid, unpaid] = [orders.slice(0, 3), orders.slice(3)]
      await sandbox.behave({ noticesSuppressed: true })
      for (const { voucher } of paid) await sandbox.pay(voucher.cip)
      await sandbox.behave({ down: "reset" })
      await passGrace(
        database,
        orders.map(({ voucher }) => voucher.id),
      )
      for (let again = 0; again < 2; again++) {
        await database.query("UPDATE pagoefectivo_voucher SET closing_next_try_at = now()")
        await runToTheEnd(store, database, "expire-vouchers")
        await runToTheEnd(store, database, "poll-vouchers")
      }
      for (const placed of orders) {
        const order = await statusOf(placed)
        expect([order.status, order.payment_status]).toEqual(["pending", "awaiting"])
      }
      const tasks = await database.query<{ told: boolean }>(
        `SELECT closing_last_error IS NOT NULL AS told FROM pagoefectivo_voucher
        WHERE closing_reason = 'deadline'`,
      )
      // A run ends early when the gateway is silent; the tasks that it came to say why they wait.
      expect(tasks).toHaveLength(orders.length)
      expect(tasks.filter(({ told }) => told).length).toBeGreaterThanOrEqual(1)

      await sandbox.behave({ down: false })
      await drain(store, database)
      await expectMoneyIsSafe(database, sandbox)
      for (const placed of paid) expect((await statusOf(placed)).payment_status).toBe("captured")
      for (const placed of unpaid) expect((await statusOf(placed)).status).toBe("canceled")
    },
    TEST_TIMEOUT_MS,
  )

  it(
    "and notices that came meanwhile are processed when it is back",
    async () => {
      const orders = await shopper.placeOrders(4)
      await sandbox.behave({ noticesHeld: true })
      for (const { voucher } of orders) await sandbox.pay(voucher.cip)
      await sandbox.behave({ down: "reset" })
      await sandbox.releaseNotices()
      for (const placed of orders) expect((await statusOf(placed)).payment_status).toBe("awaiting")
      await sandbox.behave({ down: false })
      await drain(store, database)
      await expectMoneyIsSafe(database, sandbox)
      for (const placed of orders) expect((await statusOf(placed)).payment_status).toBe("captured")
    },
    TEST_TIMEOUT_MS,
  )
})

describe("duplicate and reordered notices", () => {
  it(
    "are one notice and one capture each, without any job",
    async () => {
      const orders = await shopper.placeOrders(6)
      await sandbox.behave({ noticesHeld: true, noticeCopies: 4, noticeConcurrently: true })
      for (const { voucher } of orders) await sandbox.pay(voucher.cip)
      await sandbox.releaseNotices("newest_first")
      await capturedByItself(orders)
      const notices = await database.query<{ deliveries: number }>(
        `SELECT n.deliveries FROM pagoefectivo_notice n
           JOIN pagoefectivo_voucher v USING (provider_id, gateway_id)
          WHERE v.cip = ANY($1) AND n.event_type <> 'payment.created'`,
        [orders.map(({ voucher }) => voucher.cip)],
      )
      expect(notices).toEqual(orders.map(() => ({ deliveries: 4 })))
      await drain(store, database)
      await expectMoneyIsSafe(database, sandbox)
    },
    TEST_TIMEOUT_MS,
  )
})

describe("a process dies between a cancellation and its event", () => {
  it(
    "and polling finds the money on the cancelled order",
    async () => {
      const [placed] = await shopper.placeOrders(1)
      await sandbox.pay(placed!.voucher.cip)
      await capturedByItself([placed!])
      // Captured is visible a moment before all that follows is written down.
      await drain(store, database)
      // What a payment that races a cancellation leaves behind when nobody hears of the latter.
      await database.query(
        `UPDATE "order" SET status = 'canceled', canceled_at = now() WHERE id = $1`,
        [placed!.order.id],
      )
      await database.query(
        `DELETE FROM reservation_item WHERE line_item_id IN
         (SELECT item_id FROM order_item WHERE order_id = $1)`,
        [placed!.order.id],
      )
      await drain(store, database)
      await expectMoneyIsSafe(database, sandbox)
    },
    TEST_TIMEOUT_MS,
  )
})

describe("PostgreSQL is restarted under load", () => {
  /** Notices a second, roughly: they come in waves while the server goes away twice. */
  const WAVE = 10
  const WAVE_MS = 100

  it(
    "and what was answered with 200 is in the inbox, everything else was refused",
    async () => {
      const orders = await shopper.placeOrders(6)
      const before = sandbox.deliveries.length
      let operation = 0
      const load = setInterval(() => {
        for (let i = 0; i < WAVE; i++) {
          // An event without effect: the inbox alone is under load.
          void sandbox.notify({
            cip: orders[0]!.voucher.cip,
            eventType: "cip.other",
            operationNumber: String(++operation),
          })
        }
      }, WAVE_MS)
      try {
        for (const [i, mode] of (["fast", "immediate"] as const).entries()) {
          await eventually(
            async () => countAccepted(before),
            (accepted) => accepted > (i + 1) * WAVE,
            { what: "notices before the restart" },
          )
          await holdNotices()
          const restarting = postgres.restart(mode)
          for (const { voucher } of orders.slice(i * 3, i * 3 + 3)) await sandbox.pay(voucher.cip)
          await restarting
        }
      } finally {
        clearInterval(load)
      }
      await sandbox.drain()

      const deliveries = sandbox.deliveries.slice(before)
      const accepted = deliveries.filter(({ outcome }) => outcome === "accepted")
      const refused = deliveries.filter(({ outcome }) => outcome !== "accepted")
      // The restarts were felt, and nothing but success and "send it again" was answered.
      expect(refused.length).toBeGreaterThan(0)
      expect(refused.filter(({ status }) => status !== null && status < 500)).toEqual([])
      expect(accepted.every(({ status }) => status === 200)).toBe(true)
      const kept = new Set(
        (
          await database.query<{ raw_body: string }>("SELECT raw_body FROM pagoefectivo_notice")
        ).map(({ raw_body }) => raw_body),
      )
      expect(accepted.filter(({ body }) => !kept.has(body))).toEqual([])

      await drain(store, database)
      await expectMoneyIsSafe(database, sandbox)
      for (const placed of orders) expect((await statusOf(placed)).payment_status).toBe("captured")
      reportFigure(
        `PostgreSQL restarted twice: ${accepted.length} notices accepted and kept, ${refused.length} refused`,
      )
    },
    TEST_TIMEOUT_MS,
  )

  /** Lets notices wait in the middle of being stored, so that a restart is sure to hit some. */
  async function holdNotices(): Promise<void> {
    const holder = new Client({ connectionString: database.url })
    // The restart ends its connection too, and with it the lock.
    holder.on("error", () => undefined)
    await holder.connect()
    await holder.query("BEGIN")
    await holder.query("LOCK TABLE pagoefectivo_notice IN ACCESS EXCLUSIVE MODE")
    await eventually(
      () =>
        database.query(
          "SELECT pid FROM pg_locks WHERE NOT granted AND relation = 'pagoefectivo_notice'::regclass",
        ),
      (waiting) => waiting.length > 0,
      { what: "a notice that waits to be stored" },
    )
  }

  function countAccepted(from: number): number {
    return sandbox.deliveries.slice(from).filter(({ outcome }) => outcome === "accepted").length
  }
})
