import type { Sandbox } from "../../src/sandbox"
import type { Admin } from "../support/admin"
import { BOOT_TIMEOUT_MS, bootSharedShop, type SharedShop } from "../support/booted-shop"
import type { TestDatabase } from "../support/database"
import { doubleQuantity } from "../support/edit-order"
import { eventually } from "../support/eventually"
import { DIRECT, GATEWAYS } from "../support/gateways"
import { sessionOf, voucherOf, type Shopper, type Voucher } from "../support/shopper"
import type { StoreProcess } from "../support/start-store"

let shop: SharedShop
let sandbox: Sandbox
let database: TestDatabase
let store: StoreProcess
let shopper: Shopper
let admin: Admin

beforeAll(async () => {
  shop = await bootSharedShop()
  ;({ sandbox, database, store, admin } = shop)
}, BOOT_TIMEOUT_MS)

afterAll(() => shop?.close())

beforeEach(async () => {
  shopper = shop.shopperOf(DIRECT)
  await sandbox.behave({ down: false, noticesSuppressed: false })
})

/** Moves a voucher's deadline into the past, at the store and at the gateway. */
async function passDeadline(voucher: Voucher, minutesAgo: number): Promise<void> {
  await database.query("UPDATE pagoefectivo_voucher SET expires_at = $2 WHERE id = $1", [
    voucher.id,
    new Date(Date.now() - minutesAgo * 60_000),
  ])
}

async function voucherRow(id: string) {
  const [row] = await database.query<{
    status: string
    closing_reason: string | null
    closing_last_error: string | null
    closed_at: Date | null
    captured_at: Date | null
  }>("SELECT * FROM pagoefectivo_voucher WHERE id = $1", [id])
  return row
}

async function reservedFor(orderId: string): Promise<number> {
  const [row] = await database.query<{ count: string }>(
    `SELECT count(DISTINCT r.id) FROM reservation_item r
       JOIN order_item i ON i.item_id = r.line_item_id
     WHERE i.order_id = $1 AND r.deleted_at IS NULL`,
    [orderId],
  )
  return Number(row?.count)
}

async function casesOf(voucherId: string) {
  return database.query<{ reason: string; status: string; detail: string | null }>(
    "SELECT reason, status, detail FROM pagoefectivo_case WHERE voucher_id = $1",
    [voucherId],
  )
}

/** Makes every open closing task due now, as if its waiting time were over. */
async function makeTasksDue(): Promise<void> {
  await database.query(
    "UPDATE pagoefectivo_voucher SET closing_next_try_at = now() WHERE closing_reason IS NOT NULL",
  )
}

describe.each(GATEWAYS)("the two clocks, through $name,", (gateway) => {
  beforeEach(() => {
    shopper = shop.shopperOf(gateway)
  })

  it("close the voucher for the shopper at the deadline, and the order only after the grace", async () => {
    const { order, voucher } = await shopper.placeOrder()
    expect(await reservedFor(order.id)).toBe(1)

    await passDeadline(voucher, 1)
    await store.runJob("expire-vouchers")
    expect((await voucherRow(voucher.id))?.status).toBe("expired")
    const afterDeadline = await shopper.order(order.id)
    expect(afterDeadline.status).toBe("pending")
    expect(voucherOf(afterDeadline).status).toBe("expired")
    expect(await reservedFor(order.id)).toBe(1)
    expect(sandbox.voucher(voucher.cip)?.status).toBe("generated")

    await passDeadline(voucher, 61)
    await store.runJob("expire-vouchers")
    expect((await shopper.order(order.id)).status).toBe("canceled")
    expect(await reservedFor(order.id)).toBe(0)
    expect(sandbox.voucher(voucher.cip)?.status).toBe("deleted")
    expect((await voucherRow(voucher.id))?.closing_reason).toBeNull()
  })

  it("also cancel the order of a code that the gateway itself has let expire", async () => {
    const { order, voucher } = await shopper.placeOrder()
    await sandbox.expire(voucher.cip)
    await database.query("UPDATE pagoefectivo_voucher SET next_check_at = now() WHERE id = $1", [
      voucher.id,
    ])
    await store.runJob("poll-vouchers")
    expect(await voucherRow(voucher.id)).toMatchObject({ status: "expired" })
    expect((await shopper.order(order.id)).status).toBe("pending")

    await passDeadline(voucher, 61)
    await store.runJob("expire-vouchers")
    expect((await shopper.order(order.id)).status).toBe("canceled")
    expect(await reservedFor(order.id)).toBe(0)
  })

  it("also cancel an order whose first cancellation died half way", async () => {
    const { order, voucher } = await shopper.placeOrder()
    await database.query(
      `INSERT INTO order_change (id, order_id, version, change_type, status)
       VALUES ($1, $2, 2, 'credit_line', 'pending')`,
      [`ordch_of_a_dead_process_${gateway.entry}`, order.id],
    )
    await passDeadline(voucher, 61)
    await store.runJob("expire-vouchers")
    // It may still belong to a process at work.
    expect((await shopper.order(order.id)).status).toBe("pending")
    expect(await voucherRow(voucher.id)).toMatchObject({
      closing_reason: "deadline",
      closing_last_error: expect.stringContaining("active order change"),
    })

    await database.query(
      "UPDATE order_change SET created_at = now() - interval '11 minutes' WHERE order_id = $1",
      [order.id],
    )
    await makeTasksDue()
    await store.runJob("expire-vouchers")
    expect((await shopper.order(order.id)).status).toBe("canceled")
    expect(await reservedFor(order.id)).toBe(0)
    expect((await voucherRow(voucher.id))?.closing_reason).toBeNull()
  })

  it("capture when the code was paid in the grace", async () => {
    const { order, voucher } = await shopper.placeOrder()
    await passDeadline(voucher, 1)
    await store.runJob("expire-vouchers")
    await sandbox.pay(voucher.cip)
    await eventually(
      () => shopper.order(order.id),
      (found) => found.payment_status === "captured",
      { what: "the capture in the grace" },
    )
    expect(await casesOf(voucher.id)).toEqual([])
  })

  it("capture instead of cancelling when the void is refused because money came", async () => {
    const { order, voucher } = await shopper.placeOrder()
    await sandbox.behave({ noticesSuppressed: true })
    await sandbox.pay(voucher.cip)
    await passDeadline(voucher, 61)
    await store.runJob("expire-vouchers")
    const after = await shopper.order(order.id)
    expect(after.status).toBe("pending")
    expect(after.payment_status).toBe("captured")
  })

  it("do nothing while the gateway gives no clear answer, and show why", async () => {
    const { order, voucher } = await shopper.placeOrder()
    await sandbox.behave({ down: "reset" })
    await passDeadline(voucher, 61)
    await store.runJob("expire-vouchers")
    expect((await shopper.order(order.id)).status).toBe("pending")
    const waiting = await voucherRow(voucher.id)
    expect(waiting?.closing_reason).toBe("deadline")
    expect(waiting?.closing_last_error).toBeTruthy()

    await sandbox.behave({ down: false })
    await makeTasksDue()
    await store.runJob("expire-vouchers")
    expect((await shopper.order(order.id)).status).toBe("canceled")
  })
})

describe.each(GATEWAYS)("an order cancelled by a person, through $name,", (gateway) => {
  beforeEach(() => {
    shopper = shop.shopperOf(gateway)
  })

  it("takes its code with it", async () => {
    const { order, voucher } = await shopper.placeOrder()
    const { status } = await admin.call(`/admin/orders/${order.id}/cancel`, { method: "POST" })
    expect(status).toBe(200)
    await eventually(
      () => voucherRow(voucher.id),
      (found) => found?.status === "voided" && found.closing_reason === null,
      { what: "the voided code" },
    )
    expect(sandbox.voucher(voucher.cip)?.status).toBe("deleted")
  })

  it("whose code is paid all the same opens a case, and nothing is captured", async () => {
    const { order, voucher } = await shopper.placeOrder()
    await admin.call(`/admin/orders/${order.id}/cancel`, { method: "POST" })
    await eventually(
      () => voucherRow(voucher.id),
      (found) => found?.status === "voided",
      { what: "the voided code" },
    )
    await sandbox.pay(voucher.cip, { force: true })
    const cases = await eventually(
      () => casesOf(voucher.id),
      (found) => found.length > 0,
      { what: "the case" },
    )
    const [reason, detail] = gateway.returnsLateMoney
      ? ["reversed", "returned_to_payer"]
      : ["late_payment", null]
    expect(cases).toEqual([{ reason, status: "open", detail }])
    expect((await voucherRow(voucher.id))?.captured_at).toBeNull()

    // Two cancellations at the same time can leave the stock reserved; it comes back all the same.
    await database.query(
      `UPDATE reservation_item SET deleted_at = NULL WHERE line_item_id IN
         (SELECT item_id FROM order_item WHERE order_id = $1)`,
      [order.id],
    )
    expect(await reservedFor(order.id)).toBe(1)
    await database.query(
      "UPDATE pagoefectivo_voucher SET closed_at = now() - interval '2 minutes' WHERE id = $1",
      [voucher.id],
    )
    await store.runJob("expire-vouchers")
    expect(await reservedFor(order.id)).toBe(0)
  })
})

describe("an edited order", () => {
  it("gets a new code over its new total, after the old one is closed", async () => {
    const { order, voucher } = await shopper.placeOrder()
    await doubleQuantity(admin, order.id)
    const edited = await eventually(
      () => shopper.order(order.id),
      (found) =>
        found.payment_collections.some(({ payment_sessions }) =>
          payment_sessions.some(({ data }) => data.voucher && data.voucher.cip !== voucher.cip),
        ),
      { what: "the new code" },
    )
    expect(sandbox.voucher(voucher.cip)?.status).toBe("deleted")
    const fresh = voucherOf(edited)
    expect(Number(sandbox.voucher(fresh.cip)?.amount)).toBeGreaterThan(
      Number(sandbox.voucher(voucher.cip)?.amount),
    )
    await sandbox.pay(fresh.cip)
    await eventually(
      () => shopper.order(order.id),
      (found) => found.payment_status === "captured",
      { what: "the capture of the new code" },
    )
  })
})

describe("money that came after the cancellation", () => {
  it("can place the same order again, paid", async () => {
    const { order, voucher } = await shopper.placeOrder()
    await admin.call(`/admin/orders/${order.id}/cancel`, { method: "POST" })
    await eventually(
      () => voucherRow(voucher.id),
      (found) => found?.status === "voided",
      { what: "the voided code" },
    )
    await sandbox.pay(voucher.cip, { force: true })
    const [found] = await eventually(
      () =>
        database.query<{ id: string }>("SELECT id FROM pagoefectivo_case WHERE voucher_id = $1", [
          voucher.id,
        ]),
      (rows) => rows.length === 1,
      { what: "the case" },
    )
    const { status, body } = await admin.call(`/admin/pagoefectivo/cases/${found?.id}/resolve`, {
      body: { action: "reorder_from_cart", note: "The customer still wants it" },
    })
    expect([status, body]).toEqual([200, expect.anything()])
    const [again] = await database.query<{ order_id: string }>(
      `SELECT oc.order_id FROM pagoefectivo_voucher v JOIN order_cart oc ON oc.cart_id = v.cart_id
        WHERE v.id = $1`,
      [voucher.id],
    )
    expect(again?.order_id).not.toBe(order.id)
    expect((await shopper.order(again?.order_id ?? "")).payment_status).toBe("captured")
    expect(await casesOf(voucher.id)).toMatchObject([{ status: "resolved" }])
  })
})

describe("a code without an order", () => {
  /** As after a crash between the gateway's answer and the order. */
  async function loseOrder(voucherId: string, cartId: string): Promise<void> {
    await database.query("DELETE FROM order_cart WHERE cart_id = $1", [cartId])
    await database.query(
      "UPDATE pagoefectivo_voucher SET order_id = NULL, issued_at = now() - interval '31 minutes' WHERE id = $1",
      [voucherId],
    )
  }

  it("is voided when nobody paid it", async () => {
    const { voucher, cartId } = await shopper.placeOrder()
    await loseOrder(voucher.id, cartId)
    await store.runJob("expire-vouchers")
    expect((await voucherRow(voucher.id))?.status).toBe("voided")
    expect(sandbox.voucher(voucher.cip)?.status).toBe("deleted")
  })
})

describe("raw notices", () => {
  it("are deleted when they were kept long enough, and not a day before", async () => {
    const { voucher } = await shopper.placeOrder()
    await sandbox.pay(voucher.cip)
    const noticesOf = () =>
      database.query<{ status: string }>(
        "SELECT status FROM pagoefectivo_notice WHERE gateway_id = $1",
        [voucher.cip],
      )
    await eventually(noticesOf, ([notice]) => notice?.status === "processed", {
      what: "the processed notice",
    })
    const age = (days: number) =>
      database.query(
        "UPDATE pagoefectivo_notice SET received_at = now() - make_interval(days => $2) WHERE gateway_id = $1",
        [voucher.cip, days],
      )
    await age(399)
    await store.runJob("purge-notices")
    expect(await noticesOf()).toHaveLength(1)
    await age(401)
    await store.runJob("purge-notices")
    expect(await noticesOf()).toHaveLength(0)
  })
})

describe("two codes of one purchase that are both paid", () => {
  it("are one capture and one open case, whichever is paid first", async () => {
    const cart = await shopper.fillCart()
    await shopper.choosePagoEfectivo(cart.id)
    await sandbox.behave({ faults: { create: { kind: "drop", committed: true, times: 1 } } })
    expect((await shopper.complete(cart.id)).body.type).toBe("cart")
    await sandbox.behave({ faults: { create: null } })
    const { body } = await shopper.complete(cart.id)
    const sessionId = sessionOf(body.order).id
    const [lost] = sandbox.vouchersOf(sessionId)
    const second = voucherOf(body.order)

    await sandbox.pay(lost?.cip ?? "", { notice: "v1" })
    await eventually(
      () => shopper.order(body.order.id),
      (found) => found.payment_status === "captured",
      { what: "the capture of the first code" },
    )
    await sandbox.pay(second.cip)
    const cases = await eventually(
      () => casesOf(second.id),
      (found) => found.length > 0,
      { what: "the case of the second code" },
    )
    expect(cases).toMatchObject([{ reason: "duplicate_payment", status: "open" }])
    expect((await voucherRow(second.id))?.captured_at).toBeNull()
    const [captures] = await database.query<{ count: string }>(
      "SELECT count(*) FROM capture c JOIN payment p ON p.id = c.payment_id WHERE p.payment_session_id = $1",
      [sessionId],
    )
    expect(captures?.count).toBe("1")
  })
})

describe.each(GATEWAYS)("polling through $name", (gateway) => {
  beforeEach(() => {
    shopper = shop.shopperOf(gateway)
  })

  it("finds a payment that no notice announced", async () => {
    const { order, voucher } = await shopper.placeOrder()
    await sandbox.behave({ noticesSuppressed: true })
    await sandbox.pay(voucher.cip)
    await database.query("UPDATE pagoefectivo_voucher SET next_check_at = now() WHERE id = $1", [
      voucher.id,
    ])
    await store.runJob("poll-vouchers")
    expect((await shopper.order(order.id)).payment_status).toBe("captured")
    expect(await casesOf(voucher.id)).toEqual([])
  })

  it("notices that a payment was taken back", async () => {
    const { voucher } = await shopper.placeOrder()
    await sandbox.pay(voucher.cip)
    await eventually(
      () => voucherRow(voucher.id),
      (found) => found?.captured_at !== null,
      { what: "the capture" },
    )
    await sandbox.reverse(voucher.cip)
    await database.query("UPDATE pagoefectivo_voucher SET next_check_at = now() WHERE id = $1", [
      voucher.id,
    ])
    await store.runJob("poll-vouchers")
    expect(await casesOf(voucher.id)).toMatchObject([{ reason: "reversed", status: "open" }])
  })
})
