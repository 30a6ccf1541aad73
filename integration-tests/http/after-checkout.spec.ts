import type { Sandbox } from "../../src/sandbox"
import type { Admin } from "../support/admin"
import { BOOT_TIMEOUT_MS, bootSharedShop, type SharedShop } from "../support/booted-shop"
import { doubleQuantity } from "../support/edit-order"
import { eventually } from "../support/eventually"
import { GATEWAYS } from "../support/gateways"
import {
  DEFAULT_PRODUCT,
  GUEST_ADDRESS,
  sessionOf,
  type HttpAnswer,
  type Order,
  type Session,
  type Shopper,
  type Voucher,
} from "../support/shopper"

/** Medusa's own method: somebody pays by other means. */
const OTHER_METHOD = "pp_system_default"

const CART_LOCK_MS = 150_000

let shop: SharedShop
let sandbox: Sandbox
let shopper: Shopper
let admin: Admin

beforeAll(async () => {
  shop = await bootSharedShop()
  ;({ sandbox, admin } = shop)
  await admin.must(`/admin/regions/${shop.store.shop.regionId}`, {
    body: {
      payment_providers: [OTHER_METHOD, ...GATEWAYS.map(({ providerId }) => providerId)],
    },
  })
}, BOOT_TIMEOUT_MS)

afterAll(() => shop?.close())

beforeEach(async () => {
  await sandbox.behave({ down: false, noticesSuppressed: false })
})

/** What the shopper's order page does: another method for what the order owes. */
function choose(
  collectionId: string,
  providerId: string,
): Promise<HttpAnswer<{ payment_collection: { payment_sessions: Session[] } }>> {
  return shopper.call(`/store/payment-collections/${collectionId}/payment-sessions`, {
    body: { provider_id: providerId, data: {} },
  })
}

/** The button "Check status" of the order's page in the admin. */
function checkStatus(
  order: Pick<Order, "id">,
  session: Pick<Session, "id">,
): Promise<HttpAnswer<{ is_authorized: boolean; message?: string }>> {
  return admin.call(`/admin/orders/${order.id}/payment-sessions/authorize`, {
    body: { payment_session_id: session.id },
  })
}

async function collectionsOf(orderId: string) {
  const { order } = await admin.must<{
    order: {
      payment_collections: { id: string; status: string; payment_sessions: Session[] }[]
    }
  }>(`/admin/orders/${orderId}?fields=payment_collections.*,*payment_collections.payment_sessions`)
  return order.payment_collections
}

async function onlyCollection(orderId: string) {
  const [collection] = await collectionsOf(orderId)
  if (!collection) throw new Error(`Order ${orderId} has no payment collection`)
  return collection
}

async function vouchersOf(orderId: string) {
  return shop.database.query<{ id: string; cip: string; status: string; captured_at: Date | null }>(
    `SELECT * FROM pagoefectivo_voucher WHERE order_id = $1 ORDER BY issued_at`,
    [orderId],
  )
}

async function casesOf(orderId: string) {
  return shop.database.query<{ reason: string }>(
    "SELECT reason FROM pagoefectivo_case WHERE order_id = $1",
    [orderId],
  )
}

/** The expiry job carries out what is due, as it would within a minute. */
async function closeWhatIsDue(): Promise<void> {
  await shop.database.query(
    "UPDATE pagoefectivo_voucher SET closing_next_try_at = now() WHERE closing_reason IS NOT NULL",
  )
  await shop.store.runJob("expire-vouchers")
}

async function untilAttached(voucher: Voucher): Promise<void> {
  await eventually(
    () =>
      shop.database.query<{ order_id: string | null }>(
        "SELECT order_id FROM pagoefectivo_voucher WHERE id = $1",
        [voucher.id],
      ),
    ([row]) => Boolean(row?.order_id),
    { what: "the code's order" },
  )
}

async function place() {
  const placed = await shopper.placeOrder()
  await untilAttached(placed.voucher)
  return placed
}

async function untilPaid(orderId: string): Promise<void> {
  await eventually(
    () =>
      admin.must<{ order: { payment_status: string; summary: { pending_difference: number } } }>(
        `/admin/orders/${orderId}?fields=payment_status,summary`,
      ),
    ({ order }) => order.payment_status === "captured" && order.summary.pending_difference === 0,
    { what: `the payment of order ${orderId}` },
  )
}

describe.each(GATEWAYS)("after a checkout through $name,", (gateway) => {
  beforeEach(() => {
    shopper = shop.shopperOf(gateway)
  })

  const atGateway = ({ cip }: Pick<Voucher, "cip">) => sandbox.voucher(cip)?.status

  describe("another method", () => {
    it("closes the code, and nothing is issued over it", async () => {
      const { order, voucher } = await place()
      const { id } = await onlyCollection(order.id)
      const { status } = await choose(id, OTHER_METHOD)
      expect(status).toBe(200)
      expect(atGateway(voucher)).toBe("deleted")
      await closeWhatIsDue()
      const { payment_sessions } = await onlyCollection(order.id)
      expect(payment_sessions.map(({ provider_id }) => provider_id)).toEqual([OTHER_METHOD])
      expect(await vouchersOf(order.id)).toMatchObject([{ id: voucher.id, status: "voided" }])
      expect((await shopper.order(order.id)).status).toBe("pending")
    })

    it("closes the code later when the gateway gives no answer, and still issues none", async () => {
      const { order, voucher } = await place()
      const { id } = await onlyCollection(order.id)
      await sandbox.behave({ down: "refuse" })
      expect((await choose(id, OTHER_METHOD)).status).toBe(200)
      await sandbox.behave({ down: false })
      expect(atGateway(voucher)).toBe("generated")
      await eventually(
        async () => {
          await closeWhatIsDue()
          return atGateway(voucher)
        },
        (seen) => seen === "deleted",
        { what: "the closed code" },
      )
      const { payment_sessions } = await onlyCollection(order.id)
      expect(payment_sessions.map(({ provider_id }) => provider_id)).toEqual([OTHER_METHOD])
      expect(await vouchersOf(order.id)).toHaveLength(1)
    })

    it("leaves a payment that won the race with a case, and the other method alone", async () => {
      const { order, voucher } = await place()
      const { id } = await onlyCollection(order.id)
      await sandbox.pay(voucher.cip, { notice: "none" })
      expect((await choose(id, OTHER_METHOD)).status).toBe(200)
      await closeWhatIsDue()
      await eventually(
        () => casesOf(order.id),
        (cases) => cases.length === 1,
        { what: "the case" },
      )
      const { payment_sessions } = await onlyCollection(order.id)
      expect(payment_sessions.map(({ provider_id }) => provider_id)).toEqual([OTHER_METHOD])
    })

    it("gives way to PagoEfectivo again, with a code at once", async () => {
      const { order, voucher } = await place()
      const { id } = await onlyCollection(order.id)
      await choose(id, OTHER_METHOD)
      const { body } = await choose(id, gateway.providerId)
      const session = body.payment_collection.payment_sessions.find(
        ({ provider_id }) => provider_id === gateway.providerId,
      )
      expect(session?.status).toBe("pending_authorization")
      const fresh = session?.data.voucher
      expect(fresh?.cip).not.toBe(voucher.cip)
      expect(await vouchersOf(order.id)).toHaveLength(2)
      await sandbox.pay(fresh?.cip ?? "")
      await untilPaid(order.id)
    })
  })

  describe("a paid code that no order could be placed for", () => {
    const stock = (pieces: number) =>
      shop.database.query(
        `UPDATE inventory_level SET stocked_quantity = $1::numeric,
                raw_stocked_quantity = jsonb_build_object('value', $1::text, 'precision', 20)`,
        [pieces],
      )
    afterEach(async () => {
      await stock(1_000)
      await sandbox.behave({ faults: { [gateway.createCall]: null } })
    })

    it(
      "has its case in the shop's words, and one case when its cart is paid otherwise",
      async () => {
        const cart = await shopper.fillCart()
        const { body: chosen } = await shopper.choosePagoEfectivo(cart.id)
        const [session] = chosen.payment_collection.payment_sessions
        await sandbox.behave({
          faults: { [gateway.createCall]: { kind: "drop", committed: true } },
        })
        expect((await shopper.complete(cart.id)).body.type).toBe("cart")
        await sandbox.behave({ faults: { [gateway.createCall]: null } })
        await stock(0)
        const [lost] = sandbox.vouchersOf(session!.id)
        await sandbox.pay(lost!.cip)
        const opened = async () =>
          shop.database.query<{ id: string; reason: string; actual: object; risk: number }>(
            `SELECT c.id, c.reason, c.actual, c.amount_at_risk_centimos AS risk
             FROM pagoefectivo_case c JOIN pagoefectivo_voucher v ON v.id = c.voucher_id
            WHERE v.payment_session_id = $1 AND c.status = 'open'`,
            [session!.id],
          )
        const [voucher] = await eventually(
          () =>
            shop.database.query<{ id: string }>(
              "SELECT id FROM pagoefectivo_voucher WHERE payment_session_id = $1",
              [session!.id],
            ),
          ([found]) => found !== undefined,
          { what: "the code that the notice reveals" },
        )
        const checked = () =>
          admin.call(`/admin/pagoefectivo/vouchers/${voucher!.id}/check`, { method: "POST" })
        const [orphan] = await eventually(
          async () => (await checked(), opened()),
          (cases) => cases.length > 0,
          // The platform's lock on a cart whose completion failed may live for two minutes.
          { what: "the case of the paid code", timeoutMs: CART_LOCK_MS },
        )
        expect(orphan).toMatchObject({
          reason: "orphan_payment",
          actual: { problem: "There is not enough stock.", problem_code: "not_enough_stock" },
        })

        await stock(1_000)
        await choose(chosen.payment_collection.id, OTHER_METHOD)
        const { body } = await shopper.complete(cart.id)
        expect(body.type).toBe("order")
        const [payment] = await shop.database.query<{ id: string }>(
          "SELECT id FROM payment WHERE payment_collection_id = $1",
          [chosen.payment_collection.id],
        )
        await admin.must(`/admin/payments/${payment!.id}/capture`, { method: "POST", body: {} })
        expect((await checked()).status).toBe(200)
        expect(await opened()).toMatchObject([{ reason: "duplicate_payment", risk: 7990 }])
        const [healed] = await shop.database.query<{ note: string }>(
          "SELECT note FROM pagoefectivo_case_event WHERE case_id = $1 AND kind = 'healed'",
          [orphan!.id],
        )
        expect(healed?.note).toBe("Its payment has the case duplicate_payment now")
      },
      2 * CART_LOCK_MS,
    )
  })

  describe("the same method once more", () => {
    it("takes the place of the old code, and only one can be paid", async () => {
      const { order, voucher } = await place()
      const { id } = await onlyCollection(order.id)
      const { status, body } = await choose(id, gateway.providerId)
      expect(status).toBe(200)
      await closeWhatIsDue()
      expect(atGateway(voucher)).toBe("deleted")
      const fresh = body.payment_collection.payment_sessions.find(({ data }) => data.voucher)
      expect(atGateway(fresh!.data.voucher!)).toBe("generated")
      expect((await vouchersOf(order.id)).map(({ status: seen }) => seen)).toEqual([
        "voided",
        "waiting",
      ])
      await sandbox.pay(fresh!.data.voucher!.cip)
      await untilPaid(order.id)
    })
  })

  describe('"Check status"', () => {
    it("books a payment whose notice was lost", async () => {
      const { order, voucher } = await place()
      await sandbox.pay(voucher.cip, { notice: "none" })
      const { status, body } = await checkStatus(order, sessionOf(order))
      expect([status, body.is_authorized]).toEqual([200, true])
      await untilPaid(order.id)
      await shop.store.runJob("poll-vouchers")
      const [known] = await vouchersOf(order.id)
      expect(known?.captured_at).not.toBeNull()
      expect(await casesOf(order.id)).toEqual([])
    })

    it("is booked here, too, when the order is cancelled before the store has looked", async () => {
      const { order, voucher } = await place()
      await sandbox.pay(voucher.cip, { notice: "none" })
      await checkStatus(order, sessionOf(order))
      await untilPaid(order.id)
      await admin.must(`/admin/orders/${order.id}/cancel`, { method: "POST" })
      await shop.store.runJob("poll-vouchers")
      const [known] = await vouchersOf(order.id)
      expect(known?.captured_at).not.toBeNull()
      expect(await casesOf(order.id)).toEqual([])
    })

    it("says that nothing is paid, and issues nothing", async () => {
      const { order, voucher } = await place()
      const { status, body } = await checkStatus(order, sessionOf(order))
      expect([status, body.is_authorized]).toEqual([200, false])
      expect(await vouchersOf(order.id)).toMatchObject([{ id: voucher.id, status: "waiting" }])
    })

    it("changes nothing when the gateway does not answer, and says so", async () => {
      const { order } = await place()
      await sandbox.behave({ down: "refuse" })
      const { status, body } = await checkStatus(order, sessionOf(order))
      expect(status).toBeGreaterThanOrEqual(400)
      expect(body.message).toMatch(/gateway_unavailable|circuit_open/)
      expect(await vouchersOf(order.id)).toHaveLength(1)
    })

    it("issues nothing in the grace", async () => {
      const { order, voucher } = await place()
      await shop.database.query(
        "UPDATE pagoefectivo_voucher SET expires_at = now() - interval '1 minute' WHERE id = $1",
        [voucher.id],
      )
      await shop.store.runJob("expire-vouchers")
      await Promise.all([
        checkStatus(order, sessionOf(order)),
        checkStatus(order, sessionOf(order)),
      ])
      expect(await vouchersOf(order.id)).toMatchObject([{ id: voucher.id, status: "expired" }])
    })

    it("issues nothing after a person has voided the code", async () => {
      const { order, voucher } = await place()
      await admin.must(`/admin/pagoefectivo/vouchers/${voucher.id}/void`, { method: "POST" })
      await checkStatus(order, sessionOf(order))
      expect(await vouchersOf(order.id)).toMatchObject([{ id: voucher.id, status: "voided" }])
    })

    it("issues nothing for a cancelled order, and books nothing on it", async () => {
      const { order, voucher } = await place()
      await admin.must(`/admin/orders/${order.id}/cancel`, { method: "POST" })
      await closeWhatIsDue()
      await sandbox.pay(voucher.cip, { notice: "none", force: true })
      await checkStatus(order, sessionOf(order))
      expect(await vouchersOf(order.id)).toHaveLength(1)
      const books = await shop.database.query(
        "SELECT 1 FROM order_transaction WHERE order_id = $1",
        [order.id],
      )
      expect(books).toEqual([])
    })
  })

  describe("a credit line", () => {
    const credit = (orderId: string, amount: number) =>
      admin.must(`/admin/orders/${orderId}/credit-lines`, {
        body: { amount, reference: "store_credit", reference_id: "credit_1" },
      })

    /** Polling finds it, as it would within the hour. */
    async function polled(): Promise<void> {
      await shop.database.query(
        "UPDATE pagoefectivo_voucher SET next_check_at = now() WHERE status = 'waiting'",
      )
      await shop.store.runJob("poll-vouchers")
      await closeWhatIsDue()
    }

    it("over the whole closes the code, and the order stays, at its deadline too", async () => {
      const { order, voucher } = await place()
      await credit(order.id, order.total)
      await polled()
      expect(atGateway(voucher)).toBe("deleted")
      expect(await vouchersOf(order.id)).toMatchObject([{ status: "voided" }])
      expect((await shopper.order(order.id)).status).toBe("pending")
    })

    it("over the whole keeps the order when the deadline comes first", async () => {
      const { order, voucher } = await place()
      await credit(order.id, order.total)
      await shop.database.query(
        "UPDATE pagoefectivo_voucher SET expires_at = now() - interval '1 day' WHERE id = $1",
        [voucher.id],
      )
      await shop.store.runJob("expire-vouchers")
      expect(atGateway(voucher)).toBe("deleted")
      expect((await shopper.order(order.id)).status).toBe("pending")
    })

    it("over a part renews the code over the rest, which pays the order", async () => {
      const { order, voucher } = await place()
      await credit(order.id, 30)
      await polled()
      expect(atGateway(voucher)).toBe("deleted")
      const [, fresh] = await vouchersOf(order.id)
      expect(sandbox.voucher(fresh?.cip ?? "")?.amount).toBe("49.90")
      await sandbox.pay(fresh?.cip ?? "")
      await untilPaid(order.id)
      expect(await casesOf(order.id)).toEqual([])
    })

    it("that the code's payment came before is booked with a case, which gives the rest back", async () => {
      const { order, voucher } = await place()
      await credit(order.id, 30)
      await sandbox.pay(voucher.cip)
      const [found] = await eventually(
        () =>
          shop.database.query<{ id: string; detail: string }>(
            "SELECT * FROM pagoefectivo_case WHERE order_id = $1",
            [order.id],
          ),
        (rows) => rows.length > 0,
        { what: "the case" },
      )
      expect(found).toMatchObject({
        reason: "amount_mismatch",
        detail: "overpaid_order",
        expected: { amount: "49.90" },
        actual: { amount: "79.90" },
        amount_at_risk_centimos: 3000,
      })
      await eventually(
        () => vouchersOf(order.id),
        ([known]) => Boolean(known?.captured_at),
        { what: "the booked payment" },
      )
      const cases = "/admin/pagoefectivo/cases"
      await admin.must("/admin/pagoefectivo/reconciliations", { method: "POST", body: {} })
      const { case: still } = await admin.must<{
        case: { status: string; available_actions: string[] }
      }>(`${cases}/${found!.id}`)
      expect([still.status, still.available_actions[0]]).toEqual(["open", "give_back"])

      await admin.must(`${cases}/${found!.id}/resolve`, { body: { action: "give_back" } })
      const refunds = await shop.database.query(
        "SELECT amount_centimos, status FROM pagoefectivo_refund WHERE voucher_id = $1",
        [voucher.id],
      )
      expect(refunds).toEqual([{ amount_centimos: 3000, status: gateway.refunds.recordedAs }])
      const again = await admin.call(`${cases}/${found!.id}/resolve`, {
        body: { action: "give_back" },
      })
      expect(again.status).toBeGreaterThanOrEqual(400)
    })

    it("keeps PagoEfectivo from being chosen again over more than is owed", async () => {
      const { order } = await place()
      const { id } = await onlyCollection(order.id)
      await credit(order.id, 30)
      const { status, body } = await choose(id, gateway.providerId)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(JSON.stringify(body)).toMatch(/owes 49\.90 PEN.*\[order_owes_less\]/)
    })
  })

  describe("an order that nobody pays", () => {
    const yape = { paid_at: "2026-11-01", means: "Yape", reference: "Y-123" }
    const payOtherwise = (orderId: string) =>
      admin.call<{ message: string }>(`/admin/pagoefectivo/orders/${orderId}/other-payment`, {
        body: yape,
      })

    it("counts as paid by other means once its code can't be paid any more", async () => {
      const { order, voucher } = await place()
      expect((await payOtherwise(order.id)).status).toBe(200)
      expect(atGateway(voucher)).toBe("deleted")
      await untilPaid(order.id)
      const [line] = await shop.database.query<{ data: object }>(
        `SELECT data FROM pagoefectivo_voucher_event
          WHERE voucher_id = $1 AND kind = 'paid_by_other_means'`,
        [voucher.id],
      )
      expect(line?.data).toMatchObject({ amount: "79.90", means: "Yape", reference: "Y-123" })
      const again = await payOtherwise(order.id)
      expect([again.status, again.body.message]).toEqual([
        400,
        expect.stringContaining("owes nothing"),
      ])
    })

    it("keeps the code's own payment when that came first", async () => {
      const { order, voucher } = await place()
      await sandbox.pay(voucher.cip, { notice: "none" })
      const { status, body } = await payOtherwise(order.id)
      expect([status, body.message]).toEqual([400, expect.stringContaining("has been paid")])
      await untilPaid(order.id)
      expect(await casesOf(order.id)).toEqual([])
    })

    it("stays as it is while the gateway does not say that the code is closed", async () => {
      const { order } = await place()
      await sandbox.behave({ down: "refuse" })
      expect((await payOtherwise(order.id)).status).toBe(400)
      const closed = await admin.call(`/admin/pagoefectivo/orders/${order.id}/close-unpaid`, {
        method: "POST",
      })
      expect(closed.status).toBe(400)
      const { status, payment_status } = await shopper.order(order.id)
      expect([status, payment_status]).toEqual(["pending", "awaiting"])
    })

    it("is listed and a hint of health once its code is void, and is closed with its stock", async () => {
      const { order, voucher } = await place()
      await admin.must(`/admin/pagoefectivo/vouchers/${voucher.id}/void`, { method: "POST" })
      const stranded = async () =>
        (
          await admin.must<{ vouchers: { id: string }[] }>(
            "/admin/pagoefectivo/vouchers?stranded=true&limit=1000",
          )
        ).vouchers.map(({ id }) => id)
      expect(await stranded()).toContain(voucher.id)
      const { health } = await admin.must<{ health: { checks: { id: string; state: string }[] } }>(
        "/admin/pagoefectivo/health",
      )
      expect(health.checks).toContainEqual(
        expect.objectContaining({ id: "orders_without_code", state: "warning" }),
      )
      await admin.must(`/admin/pagoefectivo/orders/${order.id}/close-unpaid`, { method: "POST" })
      expect((await shopper.order(order.id)).status).toBe("canceled")
      expect(await stranded()).not.toContain(voucher.id)
      const held = await shop.database.query(
        `SELECT 1 FROM reservation_item r JOIN order_item i ON i.item_id = r.line_item_id
          WHERE i.order_id = $1 AND r.deleted_at IS NULL`,
        [order.id],
      )
      expect(held).toEqual([])
    })
  })

  describe("what a paid order owes after an edit", () => {
    it("is paid with a code of its own, and is no double payment", async () => {
      const { order, voucher } = await place()
      await sandbox.pay(voucher.cip)
      await untilPaid(order.id)
      await doubleQuantity(admin, order.id)
      const open = (await collectionsOf(order.id)).find(({ status }) => status === "not_paid")
      const { body } = await choose(open?.id ?? "", gateway.providerId)
      const code = body.payment_collection.payment_sessions[0]?.data.voucher
      expect(await vouchersOf(order.id)).toHaveLength(2)
      await sandbox.pay(code?.cip ?? "")
      await untilPaid(order.id)
      expect(await casesOf(order.id)).toEqual([])
    })
  })

  describe("a code that a person asks for", () => {
    const charge = (orderId: string, body: object) =>
      admin.call<{ message: string; voucher: Voucher & { order_id: string } }>(
        `/admin/pagoefectivo/orders/${orderId}/codes`,
        { body },
      )

    it("takes the place of one that was voided, with its reason", async () => {
      const { order, voucher } = await place()
      const silent = await charge(order.id, {})
      expect([silent.status, silent.body.message]).toEqual([
        400,
        expect.stringContaining("reason: found nothing"),
      ])
      const { status, body } = await charge(order.id, { reason: "The shopper lost it" })
      expect([status, body.voucher.status]).toEqual([200, "waiting"])
      expect(atGateway(voucher)).toBe("deleted")
      expect(await vouchersOf(order.id)).toHaveLength(2)
      await sandbox.pay(body.voucher.cip)
      await untilPaid(order.id)
      expect(await casesOf(order.id)).toEqual([])
      const again = await charge(order.id, { reason: "Once more" })
      expect([again.status, again.body.message]).toEqual([
        400,
        expect.stringContaining("owes nothing"),
      ])
    })

    it("is refused for a cancelled order, and while the old code may still be paid", async () => {
      const { order } = await place()
      await sandbox.behave({ down: "refuse" })
      expect((await charge(order.id, { reason: "Lost" })).status).toBe(400)
      expect(await vouchersOf(order.id)).toHaveLength(1)
      await sandbox.behave({ down: false })
      await admin.must(`/admin/orders/${order.id}/cancel`, { method: "POST" })
      const { status, body } = await charge(order.id, { reason: "Lost" })
      expect([status, body.message]).toEqual([400, expect.stringContaining("is cancelled")])
    })

    it("charges what an exchange adds to a paid order", async () => {
      const { order, voucher } = await place()
      await sandbox.pay(voucher.cip)
      await untilPaid(order.id)
      await exchangeOneForTwo(order.id)
      const { status, body } = await charge(order.id, { reason: "Exchange" })
      expect([status, body.voucher.status]).toEqual([200, "waiting"])
      expect(sandbox.voucher(body.voucher.cip)?.amount).toBe("69.90")
      await sandbox.pay(body.voucher.cip)
      await eventually(
        () => vouchersOf(order.id),
        (codes) => codes.every(({ captured_at }) => captured_at),
        { what: "the booked payment" },
      )
      expect(await casesOf(order.id)).toEqual([])
    })

    /** The goods have left; one comes back, two go out. */
    async function exchangeOneForTwo(orderId: string): Promise<void> {
      const { order } = await admin.must<{
        order: { items: { id: string; variant_id: string }[] }
      }>(`/admin/orders/${orderId}?fields=items.id,items.variant_id`)
      const [item] = order.items
      const { stock_locations } = await admin.must<{ stock_locations: { id: string }[] }>(
        "/admin/stock-locations",
      )
      const location_id = stock_locations[0]?.id
      await admin.must(`/admin/orders/${orderId}/fulfillments`, {
        body: { location_id, items: [{ id: item?.id, quantity: 1 }] },
      })
      const { exchange } = await admin.must<{ exchange: { id: string } }>("/admin/exchanges", {
        body: { order_id: orderId },
      })
      const at = `/admin/exchanges/${exchange.id}`
      await admin.must(`${at}/inbound/items`, {
        body: { location_id, items: [{ id: item?.id, quantity: 1 }] },
      })
      await admin.must(`${at}/outbound/items`, {
        body: { items: [{ variant_id: item?.variant_id, quantity: 2 }] },
      })
      await admin.must(`${at}/request`, { body: {} })
    }
  })

  describe("a draft order", () => {
    it("is charged from the admin, by the provider that is named", async () => {
      const order = await convertedDraft()
      const codes = `/admin/pagoefectivo/orders/${order.id}/codes`
      const silent = await admin.call<{ message: string }>(codes, { body: {} })
      expect([silent.status, silent.body.message]).toEqual([
        400,
        expect.stringContaining("provider_id: found nothing"),
      ])
      const { voucher } = await admin.must<{ voucher: Voucher }>(codes, {
        body: { provider_id: gateway.providerId },
      })
      expect(await vouchersOf(order.id)).toMatchObject([{ cip: voucher.cip, status: "waiting" }])
      await sandbox.pay(voucher.cip)
      await untilPaid(order.id)
    })

    async function convertedDraft(): Promise<{ id: string; total: number }> {
      const { regionId } = shop.store.shop
      const { products } = (
        await shopper.call<{ products: { variants: { id: string }[] }[] }>(
          `/store/products?limit=1&region_id=${regionId}&handle=${DEFAULT_PRODUCT}`,
        )
      ).body
      const { sales_channels } = await admin.must<{ sales_channels: { id: string }[] }>(
        "/admin/sales-channels",
      )
      const { draft_order } = await admin.must<{ draft_order: { id: string } }>(
        "/admin/draft-orders",
        {
          body: {
            region_id: regionId,
            sales_channel_id: sales_channels[0]?.id,
            email: "rosa.draft@example.pe",
            shipping_address: GUEST_ADDRESS,
            billing_address: GUEST_ADDRESS,
            items: [{ variant_id: products[0]?.variants[0]?.id, quantity: 1 }],
          },
        },
      )
      const { order } = await admin.must<{ order: { id: string; total: number } }>(
        `/admin/draft-orders/${draft_order.id}/convert-to-order`,
        { method: "POST" },
      )
      return order
    }

    async function collectionFor(order: { id: string; total: number }): Promise<string> {
      const { payment_collection } = await admin.must<{ payment_collection: { id: string } }>(
        "/admin/payment-collections",
        { body: { order_id: order.id, amount: order.total } },
      )
      return payment_collection.id
    }

    it("gets its code when the method is chosen, and is paid with it", async () => {
      const order = await convertedDraft()
      const { status, body } = await choose(await collectionFor(order), gateway.providerId)
      expect(status).toBe(200)
      const code = body.payment_collection.payment_sessions[0]?.data.voucher
      expect(await vouchersOf(order.id)).toMatchObject([{ cip: code?.cip, status: "waiting" }])
      await sandbox.pay(code?.cip ?? "")
      await untilPaid(order.id)
    })

    it("is cancelled after its deadline when nobody paid", async () => {
      const order = await convertedDraft()
      const { body } = await choose(await collectionFor(order), gateway.providerId)
      const code = body.payment_collection.payment_sessions[0]?.data.voucher
      await shop.database.query(
        "UPDATE pagoefectivo_voucher SET expires_at = now() - interval '1 day' WHERE id = $1",
        [code?.id],
      )
      await shop.store.runJob("expire-vouchers")
      expect(atGateway(code!)).toBe("deleted")
      expect((await shopper.order(order.id)).status).toBe("canceled")
    })

    it("stays open without a code when the gateway does not answer", async () => {
      const order = await convertedDraft()
      await sandbox.behave({ down: "refuse" })
      const { status, body } = await choose(await collectionFor(order), gateway.providerId)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(JSON.stringify(body)).toMatch(/gateway_unavailable|circuit_open/)
      expect(await vouchersOf(order.id)).toEqual([])
    })
  })
})
