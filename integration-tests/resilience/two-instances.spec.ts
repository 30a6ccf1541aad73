import { createSandbox, type Sandbox } from "../../src/sandbox"
import { Admin } from "../support/admin"
import { offerGateways, providersOf } from "../support/both-gateways"
import { createTestDatabase, type TestDatabase } from "../support/database"
import { doubleQuantity } from "../support/edit-order"
import { eventually } from "../support/eventually"
import { DIRECT, GATEWAYS, MERCADO_PAGO } from "../support/gateways"
import { reportFigure } from "../support/report"
import { freePort, startStore, type StoreProcess } from "../support/start-store"
import { BusyShopper } from "./support/busy-shopper"
import { fillShelves, passGrace } from "./support/campaign-shop"
import { drain } from "./support/drain"
import { expectMoneyIsSafe } from "./support/invariants"
import { startRelay, type NoticeRelay } from "./support/notice-relay"
import { startRedis, type RedisServer } from "./support/redis-server"

const ORDERS = 24
/** Orders placed at the same time at each instance. */
const WAVE = 2
const FRAME_TIMEOUT_MS = 15 * 60_000
const TEST_TIMEOUT_MS = 8 * 60_000

let redis: RedisServer
let sandbox: Sandbox
let database: TestDatabase
let stores: [StoreProcess, StoreProcess]
let relay: NoticeRelay

beforeAll(async () => {
  redis = await startRedis()
  sandbox = await createSandbox()
  database = await createTestDatabase()
  const ports = [await freePort(), await freePort()] as const
  relay = await startRelay(ports.map((port) => `http://127.0.0.1:${port}`))
  const hookOf = (entry: string) => `${relay.url}/hooks/payment/pagoefectivo_${entry}`
  const options = {
    databaseUrl: database.url,
    gatewayUrl: sandbox.apiUrl,
    options: providersOf(sandbox, hookOf(MERCADO_PAGO.entry)),
    env: { REDIS_URL: redis.url, LOG_LEVEL: "warn" },
  }
  // One after the other: the first furnishes the shop.
  const first = await startStore({ ...options, port: ports[0] })
  stores = [first, await startStore({ ...options, port: ports[1] })]
  await offerGateways(await Admin.logIn(first), first)
  sandbox.setWebhookUrl(hookOf(DIRECT.entry))
  await fillShelves(database)
}, FRAME_TIMEOUT_MS)

afterAll(async () => {
  await relay?.close()
  await Promise.all((stores ?? []).map((store) => store.stop()))
  await sandbox?.close()
  await database?.drop()
  await redis?.stop()
}, FRAME_TIMEOUT_MS)

const onBoth = (job: string) => Promise.all(stores.map((store) => store.nudgeJob(job)))

it(
  "two instances that get the same notices and run the same jobs book everything exactly once",
  async () => {
    const startedAt = Date.now()
    const admin = await Admin.logIn(stores[1])
    const shoppers = stores.map((store) => new BusyShopper(store, GATEWAYS))
    const orders: Awaited<ReturnType<BusyShopper["placeOrders"]>> = []
    // Few at a time: the platform refuses completions that wait too long for the same stock.
    for (let wave = 0; wave < ORDERS / (2 * WAVE); wave++) {
      orders.push(
        ...(await Promise.all(shoppers.map((shopper) => shopper.placeOrders(WAVE)))).flat(),
      )
    }
    const [paid, paidLate, canceled, expired] = [0, 1, 2, 3].map((rest) =>
      orders.filter((_, i) => i % 4 === rest),
    ) as [typeof orders, typeof orders, typeof orders, typeof orders]
    await passGrace(
      database,
      [...paidLate, ...expired].map(({ voucher }) => voucher.id),
    )
    await Promise.all([
      ...[...paid, ...paidLate].map(({ voucher }) => sandbox.pay(voucher.cip).catch(() => null)),
      // The platform refuses one of two requests that meet at an order; a person asks again.
      ...canceled.map(({ order }) =>
        eventually(
          () => admin.call(`/admin/orders/${order.id}/cancel`, { method: "POST" }),
          ({ status }) => status < 409,
          { what: `the cancelled order ${order.id}` },
        ),
      ),
      onBoth("expire-vouchers"),
      onBoth("process-inbox"),
    ])
    await sandbox.drain()
    await database.query("UPDATE pagoefectivo_voucher SET next_check_at = now()")
    await Promise.all([onBoth("poll-vouchers"), onBoth("expire-vouchers"), onBoth("process-inbox")])
    await drain(stores[0], database)

    const books = await expectMoneyIsSafe(database, sandbox)
    const captured = books.vouchers.filter((voucher) => voucher.captured)
    expect(captured.length).toBeGreaterThanOrEqual(paid.length)
    expect([...books.orders.values()].filter((order) => order.canceled).length).toBe(
      ORDERS - captured.length,
    )
    // Both instances took every notice, and each is in the inbox once.
    expect(new Set(relay.answers)).toEqual(new Set([200]))
    const notices = await database.query<{ deliveries: number; processed: boolean }>(
      "SELECT deliveries, status = 'processed' AS processed FROM pagoefectivo_notice",
    )
    expect(notices.length * 2).toBe(relay.answers.length)
    expect(notices.every(({ deliveries, processed }) => deliveries === 2 && processed)).toBe(true)
    reportFigure(
      `two instances: ${ORDERS} orders, ${captured.length} captured, ${notices.length} notices to both, ${Math.round((Date.now() - startedAt) / 1000)} s`,
    )
  },
  TEST_TIMEOUT_MS,
)

it(
  "two instances that close the old code of an edited order at the same time issue one new code",
  async () => {
    const admins = [await Admin.logIn(stores[0]), await Admin.logIn(stores[1])] as const
    const { order, voucher } = await new BusyShopper(stores[0]).placeOrder()
    // The edit's own closing fails, so that its task is there for everybody at once.
    await sandbox.behave({ faults: { delete: { kind: "answer", status: 500 } } })
    await doubleQuantity(admins[0], order.id)
    await eventually(
      () => codesOf(order.id),
      ([old]) => old?.closing_last_error !== null && old?.closing_reason === "superseded",
      { what: "the open task" },
    )
    await sandbox.behave({ faults: { delete: null } })
    await Promise.all([
      ...admins.flatMap((admin) =>
        Array.from({ length: 3 }, () =>
          admin.call(`/admin/pagoefectivo/vouchers/${voucher.id}/void`, { method: "POST" }),
        ),
      ),
      onBoth("expire-vouchers"),
    ])
    await drain(stores[0], database)

    const codes = await codesOf(order.id)
    expect(codes.map(({ status }) => status).sort()).toEqual(["voided", "waiting"])
    expect(sandbox.voucher(voucher.cip)?.status).toBe("deleted")
  },
  TEST_TIMEOUT_MS,
)

const codesOf = (orderId: string) =>
  database.query<{
    status: string
    closing_reason: string | null
    closing_last_error: string | null
  }>(
    "SELECT status, closing_reason, closing_last_error FROM pagoefectivo_voucher WHERE order_id = $1 ORDER BY issued_at",
    [orderId],
  )
