import { createSandbox, type Sandbox } from "../../src/sandbox"
import { Admin } from "../support/admin"
import { BOOT_TIMEOUT_MS } from "../support/booted-shop"
import { offerGateways, providersOf } from "../support/both-gateways"
import { createTestDatabase, type TestDatabase } from "../support/database"
import { eventually } from "../support/eventually"
import { GATEWAYS, MERCADO_PAGO, type GatewayProfile } from "../support/gateways"
import { placePaidOrder, type PaidOrder } from "../support/paid-order"
import { Shopper } from "../support/shopper"
import { freePort, startStore, type StoreOptions, type StoreProcess } from "../support/start-store"

/** What one process was at when it died, through one gateway. */
interface Interrupted {
  /** Cancelled: the money is back, and the change over it is open. */
  changeOpen: PaidOrder
  /** Cancelled: the stock is back, and no refund is recorded anywhere. */
  beforeRefund: PaidOrder
  /** Completed: the order is made, and not linked to its cart. */
  unlinked: Unlinked
}

interface Unlinked {
  orderId: string
  cartId: string
}

let sandbox: Sandbox
let database: TestDatabase
let store: StoreProcess
let admin: Admin
const interrupted = new Map<GatewayProfile, Interrupted>()
/** Cancelled: Mercado Pago has given the money back, and the answer never came. */
let afterRefund: PaidOrder

beforeAll(async () => {
  sandbox = await createSandbox()
  database = await createTestDatabase()
  const options: StoreOptions = {
    databaseUrl: database.url,
    gatewayUrl: sandbox.apiUrl,
    options: providersOf(sandbox),
    port: await freePort(),
  }
  store = await startStore(options)
  sandbox.setWebhookUrl(store.webhookUrl)
  admin = await Admin.logIn(store)
  await offerGateways(admin, store)
  await interruptEverything()
  store = await startStore(options)
  await sandbox.behave({ faults: { mp_refund: null } })
}, 2 * BOOT_TIMEOUT_MS)

afterAll(async () => {
  await store?.stop()
  await sandbox?.close()
  await database?.drop()
})

/** One process dies in the midst of all of it. */
async function interruptEverything(): Promise<void> {
  const carts = new Map<GatewayProfile, string>()
  const orders = new Map<GatewayProfile, [PaidOrder, PaidOrder]>()
  for (const gateway of GATEWAYS) {
    const shopper = new Shopper(store, gateway.providerId)
    const paid = () => placePaidOrder({ sandbox, database }, shopper)
    orders.set(gateway, [await paid(), await paid()])
    const cart = await shopper.fillCart({ email: `${gateway.entry}@example.pe` })
    await shopper.choosePagoEfectivo(cart.id)
    carts.set(gateway, cart.id)
  }
  afterRefund = await placePaidOrder(
    { sandbox, database },
    new Shopper(store, MERCADO_PAGO.providerId),
  )
  const work: Promise<unknown>[] = []
  const cancel = ({ order }: PaidOrder) => work.push(tryCancel(order.id).catch(() => undefined))
  const links = await database.holdWrites("order_cart")
  for (const [gateway, cart] of carts) {
    work.push(new Shopper(store, gateway.providerId).complete(cart).catch(() => undefined))
  }
  await waitingAre(GATEWAYS.length)
  const creditLines = await database.holdWrites("order_credit_line")
  for (const [changeOpen] of orders.values()) cancel(changeOpen)
  await waitingAre(2 * GATEWAYS.length)
  await sandbox.behave({
    noticesSuppressed: true,
    mercadoPago: { repeatedRefundKey: "same" },
    faults: { mp_refund: { kind: "hang", committed: true, times: 1 } },
  })
  cancel(afterRefund)
  await eventually(
    async () => sandbox.requests.filter(({ operation }) => operation === "mp_refund").length,
    (count) => count === 2,
    { what: "the refund whose answer never comes" },
  )
  const refunds = await database.holdWrites("refund")
  for (const [, beforeRefund] of orders.values()) cancel(beforeRefund)
  await waitingAre(3 * GATEWAYS.length)
  await store.kill()
  await Promise.all(work)
  await database.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  )
  expect(await refundsOf(afterRefund)).toMatchObject([{ status: "in_process" }])
  for (const release of [links, creditLines, refunds]) await release()
  for (const [gateway, [changeOpen, beforeRefund]] of orders) {
    const [order] = await database.query<{ id: string }>(
      `SELECT id FROM "order" WHERE email = $1`,
      [`${gateway.entry}@example.pe`],
    )
    interrupted.set(gateway, {
      changeOpen,
      beforeRefund,
      unlinked: { orderId: order!.id, cartId: carts.get(gateway)! },
    })
  }
}

function tryCancel(orderId: string) {
  return admin.call<{ message: string }>(`/admin/orders/${orderId}/cancel`, { method: "POST" })
}

async function waitingAre(count: number): Promise<void> {
  await eventually(
    () => database.waiting(),
    (found) => found === count,
    { what: `${count} statements that wait` },
  )
}

/** What died is as old as something that nobody is at any more. */
async function minutesPass({ order, paymentId, voucher }: PaidOrder): Promise<void> {
  const past = "SET created_at = created_at - interval '11 minutes'"
  await database.query(`UPDATE order_change ${past} WHERE order_id = $1`, [order.id])
  await database.query(`UPDATE refund ${past} WHERE payment_id = $1`, [paymentId])
  await database.query(`UPDATE pagoefectivo_refund ${past} WHERE voucher_id = $1`, [voucher.id])
}

async function hoursPass({ orderId, cartId }: Unlinked, hours: number): Promise<void> {
  const past = `SET created_at = created_at - interval '${hours} hours'`
  await database.query(`UPDATE "order" ${past} WHERE id = $1`, [orderId])
  await database.query(
    `UPDATE workflow_execution ${past} WHERE context #>> '{data,payload,id}' = $1`,
    [cartId],
  )
  await database.query(
    `UPDATE payment_session ${past} WHERE payment_collection_id IN (
       SELECT payment_collection_id FROM cart_payment_collection WHERE cart_id = $1)`,
    [cartId],
  )
}

function died(gateway: GatewayProfile): Interrupted {
  const found = interrupted.get(gateway)
  if (!found) throw new Error(`Nothing died through ${gateway.name}`)
  return found
}

async function statusOf(orderId: string): Promise<string> {
  const { order } = await admin.must<{ order: { status: string } }>(`/admin/orders/${orderId}`)
  return order.status
}

function stockHeldFor(orderId: string) {
  return database.query(
    `SELECT 1 FROM reservation_item r JOIN order_item i ON i.item_id = r.line_item_id
      WHERE i.order_id = $1 AND r.deleted_at IS NULL`,
    [orderId],
  )
}

function casesOf({ voucher }: PaidOrder) {
  return database.query<{ id: string; reason: string; detail: string; status: string }>(
    "SELECT id, reason, detail, status FROM pagoefectivo_case WHERE voucher_id = $1",
    [voucher.id],
  )
}

/** Refunds that stand in the platform's books and in ours. */
function refundsOf({ voucher }: PaidOrder) {
  return database.query(
    `SELECT r.status, r.amount_centimos
       FROM pagoefectivo_refund r JOIN refund ON refund.id = r.idempotency_key
      WHERE r.voucher_id = $1 AND r.deleted_at IS NULL AND refund.deleted_at IS NULL`,
    [voucher.id],
  )
}

/** What the order's own books hold, in its currency. */
async function bookedOn({ order }: PaidOrder): Promise<number> {
  const [row] = await database.query<{ total: string }>(
    "SELECT sum(amount) AS total FROM order_transaction WHERE order_id = $1 AND deleted_at IS NULL",
    [order.id],
  )
  return Number(row?.total)
}

async function expectCanceled(paid: PaidOrder, recordedAs: string): Promise<void> {
  expect(await statusOf(paid.order.id)).toBe("canceled")
  expect(await stockHeldFor(paid.order.id)).toEqual([])
  expect(await refundsOf(paid)).toEqual([{ status: recordedAs, amount_centimos: 7990 }])
  expect(await bookedOn(paid)).toBe(0)
}

async function brokenOffCheckouts() {
  const { health } = await admin.must<{
    health: { checks: { id: string; state: string; data: { orders?: string } }[] }
  }>("/admin/pagoefectivo/health")
  return health.checks.find(({ id }) => id === "unfinished_checkouts")
}

it.each(GATEWAYS)(
  "a cancellation through $name that died with its money back can't be repeated, and is carried to its end",
  async (gateway) => {
    const { changeOpen } = died(gateway)
    const refused = await tryCancel(changeOpen.order.id)
    expect([refused.status, refused.body.message]).toEqual([
      400,
      expect.stringContaining("active order change"),
    ])
    await minutesPass(changeOpen)
    await store.runJob("expire-vouchers")
    await expectCanceled(changeOpen, gateway.refunds.recordedAs)
    expect(await casesOf(changeOpen)).toEqual([])
  },
)

it.each(GATEWAYS)(
  "a cancellation through $name that died before its refund is a case, which cancels the order",
  async (gateway) => {
    const { beforeRefund } = died(gateway)
    expect(await stockHeldFor(beforeRefund.order.id)).toEqual([])
    await database.query("UPDATE pagoefectivo_voucher SET next_check_at = now() WHERE id = $1", [
      beforeRefund.voucher.id,
    ])
    await store.runJob("poll-vouchers")
    const [found] = await casesOf(beforeRefund)
    expect(found).toMatchObject({ reason: "late_payment", detail: "half_canceled", status: "open" })
    await store.runJob("expire-vouchers")
    expect(await statusOf(beforeRefund.order.id)).toBe("pending")
    await admin.must(`/admin/pagoefectivo/cases/${found!.id}/resolve`, {
      body: { action: "cancel_order" },
    })
    await expectCanceled(beforeRefund, gateway.refunds.recordedAs)
    expect(await casesOf(beforeRefund)).toEqual([expect.objectContaining({ status: "resolved" })])
  },
)

it("a cancellation that died when Mercado Pago had just given the money back needs no person", async () => {
  await minutesPass(afterRefund)
  await store.runJob("expire-vouchers")
  await expectCanceled(afterRefund, "approved")
  expect(await casesOf(afterRefund)).toEqual([])
  const { mercadoPagoUrl, mercadoPagoCredentials } = sandbox
  const { paymentId } = sandbox.voucher(afterRefund.voucher.cip)!
  const answer = await fetch(`${mercadoPagoUrl}/v1/payments/${paymentId}`, {
    headers: { authorization: `Bearer ${mercadoPagoCredentials.accessToken}` },
  })
  expect(await answer.json()).toMatchObject({ refunds: [{ amount: 79.9 }] })
})

it.each(GATEWAYS)(
  "an order without code, payment and cart, through $name, is a hint of health, and gives its stock back",
  async (gateway) => {
    const { unlinked } = died(gateway)
    const { order } = await admin.must<{ order: { display_id: number } }>(
      `/admin/orders/${unlinked.orderId}`,
    )
    await hoursPass(unlinked, 1)
    const check = await brokenOffCheckouts()
    expect(check?.state).toBe("warning")
    expect(check?.data.orders?.split(", ")).toContain(`#${order.display_id}`)
    await store.runJob("expire-vouchers")
    expect(await statusOf(unlinked.orderId)).toBe("pending")
    expect(await stockHeldFor(unlinked.orderId)).toHaveLength(1)
    await hoursPass(unlinked, 25)
    await store.runJob("expire-vouchers")
    expect(await statusOf(unlinked.orderId)).toBe("canceled")
    expect(await stockHeldFor(unlinked.orderId)).toEqual([])
  },
)
