import type { Sandbox } from "../../src/sandbox"
import type { Admin } from "../support/admin"
import { BOOT_TIMEOUT_MS, bootSharedShop, type SharedShop } from "../support/booted-shop"
import { offerGateways } from "../support/both-gateways"
import { eventually } from "../support/eventually"
import { GATEWAYS } from "../support/gateways"
import { OrderDesk, OTHER_METHOD } from "../support/order-desk"
import { DEFAULT_PRODUCT, GUEST_ADDRESS, sessionOf, type Voucher } from "../support/shopper"

const CART_LOCK_MS = 150_000

let shop: SharedShop
let sandbox: Sandbox
let admin: Admin
let desk: OrderDesk

beforeAll(async () => {
  shop = await bootSharedShop()
  ;({ sandbox, admin } = shop)
  await offerGateways(admin, shop.store, [OTHER_METHOD])
}, BOOT_TIMEOUT_MS)

afterAll(() => shop?.close())

beforeEach(async () => {
  await sandbox.behave({ down: false, noticesSuppressed: false })
})

describe.each(GATEWAYS)("after a checkout through $name,", (gateway) => {
  beforeEach(() => {
    desk = new OrderDesk(shop, gateway)
  })

  describe("another method", () => {
    it("closes the code, and nothing is issued over it", async () => {
      const { order, voucher } = await desk.place()
      const { id } = await desk.onlyCollection(order.id)
      const { status } = await desk.choose(id, OTHER_METHOD)
      expect(status).toBe(200)
      expect(desk.atGateway(voucher)).toBe("deleted")
      await desk.closeWhatIsDue()
      const { payment_sessions } = await desk.onlyCollection(order.id)
      expect(payment_sessions.map(({ provider_id }) => provider_id)).toEqual([OTHER_METHOD])
      expect(await desk.vouchersOf(order.id)).toMatchObject([{ id: voucher.id, status: "voided" }])
      expect((await desk.shopper.order(order.id)).status).toBe("pending")
    })

    it("closes the code later when the gateway gives no answer, and still issues none", async () => {
      const { order, voucher } = await desk.place()
      const { id } = await desk.onlyCollection(order.id)
      await sandbox.behave({ down: "refuse" })
      expect((await desk.choose(id, OTHER_METHOD)).status).toBe(200)
      await sandbox.behave({ down: false })
      expect(desk.atGateway(voucher)).toBe("generated")
      await eventually(
        async () => {
          await desk.closeWhatIsDue()
          return desk.atGateway(voucher)
        },
        (seen) => seen === "deleted",
        { what: "the closed code" },
      )
      const { payment_sessions } = await desk.onlyCollection(order.id)
      expect(payment_sessions.map(({ provider_id }) => provider_id)).toEqual([OTHER_METHOD])
      expect(await desk.vouchersOf(order.id)).toHaveLength(1)
    })

    it("leaves a payment that won the race with a case, and the other method alone", async () => {
      const { order, voucher } = await desk.place()
      const { id } = await desk.onlyCollection(order.id)
      await sandbox.pay(voucher.cip, { notice: "none" })
      expect((await desk.choose(id, OTHER_METHOD)).status).toBe(200)
      await desk.closeWhatIsDue()
      await eventually(
        () => desk.casesOf(order.id),
        (cases) => cases.length === 1,
        { what: "the case" },
      )
      const { payment_sessions } = await desk.onlyCollection(order.id)
      expect(payment_sessions.map(({ provider_id }) => provider_id)).toEqual([OTHER_METHOD])
    })

    it("leaves a payment booked that was just being booked when it was chosen", async () => {
      const { order, voucher } = await desk.place()
      await sandbox.pay(voucher.cip, { notice: "none" })
      await desk.checkStatus(order, sessionOf(order))
      await desk.untilPaid(order.id)
      // The platform lets the session go between its payment's authorization and capture.
      await shop.database.query("UPDATE payment_session SET deleted_at = now() WHERE id = $1", [
        sessionOf(order).id,
      ])
      await shop.store.runJob("poll-vouchers")
      const [known] = await desk.vouchersOf(order.id)
      expect(known?.captured_at).not.toBeNull()
      expect(await desk.casesOf(order.id)).toEqual([])
    })

    it("gives way to PagoEfectivo again, with a code at once", async () => {
      const { order, voucher } = await desk.place()
      const { id } = await desk.onlyCollection(order.id)
      await desk.choose(id, OTHER_METHOD)
      const { body } = await desk.choose(id, gateway.providerId)
      const session = body.payment_collection.payment_sessions.find(
        ({ provider_id }) => provider_id === gateway.providerId,
      )
      expect(session?.status).toBe("pending_authorization")
      const fresh = session?.data.voucher
      expect(fresh?.cip).not.toBe(voucher.cip)
      expect(await desk.vouchersOf(order.id)).toHaveLength(2)
      await sandbox.pay(fresh?.cip ?? "")
      await desk.untilPaid(order.id)
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
        const cart = await desk.shopper.fillCart()
        const { body: chosen } = await desk.shopper.choosePagoEfectivo(cart.id)
        const [session] = chosen.payment_collection.payment_sessions
        await sandbox.behave({
          faults: { [gateway.createCall]: { kind: "drop", committed: true } },
        })
        expect((await desk.shopper.complete(cart.id)).body.type).toBe("cart")
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
        await desk.choose(chosen.payment_collection.id, OTHER_METHOD)
        const { body } = await desk.shopper.complete(cart.id)
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
      const { order, voucher } = await desk.place()
      const { id } = await desk.onlyCollection(order.id)
      const { status, body } = await desk.choose(id, gateway.providerId)
      expect(status).toBe(200)
      await desk.closeWhatIsDue()
      expect(desk.atGateway(voucher)).toBe("deleted")
      const fresh = body.payment_collection.payment_sessions.find(({ data }) => data.voucher)
      expect(desk.atGateway(fresh!.data.voucher!)).toBe("generated")
      expect((await desk.vouchersOf(order.id)).map(({ status: seen }) => seen)).toEqual([
        "voided",
        "waiting",
      ])
      await sandbox.pay(fresh!.data.voucher!.cip)
      await desk.untilPaid(order.id)
    })
  })

  describe('"Check status"', () => {
    it("books a payment whose notice was lost", async () => {
      const { order, voucher } = await desk.place()
      await sandbox.pay(voucher.cip, { notice: "none" })
      const { status, body } = await desk.checkStatus(order, sessionOf(order))
      expect([status, body.is_authorized]).toEqual([200, true])
      await desk.untilPaid(order.id)
      await shop.store.runJob("poll-vouchers")
      const [known] = await desk.vouchersOf(order.id)
      expect(known?.captured_at).not.toBeNull()
      expect(await desk.casesOf(order.id)).toEqual([])
    })

    it("is booked here, too, when the order is cancelled before the store has looked", async () => {
      const { order, voucher } = await desk.place()
      await sandbox.pay(voucher.cip, { notice: "none" })
      await desk.checkStatus(order, sessionOf(order))
      await desk.untilPaid(order.id)
      await admin.must(`/admin/orders/${order.id}/cancel`, { method: "POST" })
      await shop.store.runJob("poll-vouchers")
      const [known] = await desk.vouchersOf(order.id)
      expect(known?.captured_at).not.toBeNull()
      expect(await desk.casesOf(order.id)).toEqual([])
    })

    it("says that nothing is paid, and issues nothing", async () => {
      const { order, voucher } = await desk.place()
      const { status, body } = await desk.checkStatus(order, sessionOf(order))
      expect([status, body.is_authorized]).toEqual([200, false])
      expect(await desk.vouchersOf(order.id)).toMatchObject([{ id: voucher.id, status: "waiting" }])
    })

    it("changes nothing when the gateway does not answer, and says so", async () => {
      const { order } = await desk.place()
      await sandbox.behave({ down: "refuse" })
      const { status, body } = await desk.checkStatus(order, sessionOf(order))
      expect(status).toBeGreaterThanOrEqual(400)
      expect(body.message).toMatch(/gateway_unavailable|circuit_open/)
      expect(await desk.vouchersOf(order.id)).toHaveLength(1)
    })

    it("issues nothing in the grace", async () => {
      const { order, voucher } = await desk.place()
      await shop.database.query(
        "UPDATE pagoefectivo_voucher SET expires_at = now() - interval '1 minute' WHERE id = $1",
        [voucher.id],
      )
      await shop.store.runJob("expire-vouchers")
      await Promise.all([
        desk.checkStatus(order, sessionOf(order)),
        desk.checkStatus(order, sessionOf(order)),
      ])
      expect(await desk.vouchersOf(order.id)).toMatchObject([{ id: voucher.id, status: "expired" }])
    })

    it("issues nothing after a person has voided the code", async () => {
      const { order, voucher } = await desk.place()
      await admin.must(`/admin/pagoefectivo/vouchers/${voucher.id}/void`, { method: "POST" })
      await desk.checkStatus(order, sessionOf(order))
      expect(await desk.vouchersOf(order.id)).toMatchObject([{ id: voucher.id, status: "voided" }])
    })

    it("issues nothing for a cancelled order, and books nothing on it", async () => {
      const { order, voucher } = await desk.place()
      await admin.must(`/admin/orders/${order.id}/cancel`, { method: "POST" })
      await desk.closeWhatIsDue()
      await sandbox.pay(voucher.cip, { notice: "none", force: true })
      await desk.checkStatus(order, sessionOf(order))
      expect(await desk.vouchersOf(order.id)).toHaveLength(1)
      const books = await shop.database.query(
        "SELECT 1 FROM order_transaction WHERE order_id = $1",
        [order.id],
      )
      expect(books).toEqual([])
    })
  })

  describe("a code that a person asks for", () => {
    it("takes the place of one that was voided, with its reason", async () => {
      const { order, voucher } = await desk.place()
      const silent = await desk.charge(order.id, {})
      expect([silent.status, silent.body.message]).toEqual([
        400,
        expect.stringContaining("reason: found nothing"),
      ])
      const { status, body } = await desk.charge(order.id, { reason: "The shopper lost it" })
      expect([status, body.voucher.status]).toEqual([200, "waiting"])
      expect(desk.atGateway(voucher)).toBe("deleted")
      expect(await desk.vouchersOf(order.id)).toHaveLength(2)
      await sandbox.pay(body.voucher.cip)
      await desk.untilPaid(order.id)
      expect(await desk.casesOf(order.id)).toEqual([])
      const again = await desk.charge(order.id, { reason: "Once more" })
      expect([again.status, again.body.message]).toEqual([
        400,
        expect.stringContaining("owes nothing"),
      ])
    })

    it("is refused for a cancelled order, and while the old code may still be paid", async () => {
      const { order } = await desk.place()
      await sandbox.behave({ down: "refuse" })
      expect((await desk.charge(order.id, { reason: "Lost" })).status).toBe(400)
      expect(await desk.vouchersOf(order.id)).toHaveLength(1)
      await sandbox.behave({ down: false })
      await admin.must(`/admin/orders/${order.id}/cancel`, { method: "POST" })
      const { status, body } = await desk.charge(order.id, { reason: "Lost" })
      expect([status, body.message]).toEqual([400, expect.stringContaining("is cancelled")])
    })
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
      expect(await desk.vouchersOf(order.id)).toMatchObject([
        { cip: voucher.cip, status: "waiting" },
      ])
      await sandbox.pay(voucher.cip)
      await desk.untilPaid(order.id)
    })

    async function convertedDraft(): Promise<{ id: string; total: number }> {
      const { regionId } = shop.store.shop
      const { products } = (
        await desk.shopper.call<{ products: { variants: { id: string }[] }[] }>(
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
      const { status, body } = await desk.choose(await collectionFor(order), gateway.providerId)
      expect(status).toBe(200)
      const code = body.payment_collection.payment_sessions[0]?.data.voucher
      expect(await desk.vouchersOf(order.id)).toMatchObject([{ cip: code?.cip, status: "waiting" }])
      await sandbox.pay(code?.cip ?? "")
      await desk.untilPaid(order.id)
    })

    it("is cancelled after its deadline when nobody paid", async () => {
      const order = await convertedDraft()
      const { body } = await desk.choose(await collectionFor(order), gateway.providerId)
      const code = body.payment_collection.payment_sessions[0]?.data.voucher
      await shop.database.query(
        "UPDATE pagoefectivo_voucher SET expires_at = now() - interval '1 day' WHERE id = $1",
        [code?.id],
      )
      await shop.store.runJob("expire-vouchers")
      expect(desk.atGateway(code!)).toBe("deleted")
      expect((await desk.shopper.order(order.id)).status).toBe("canceled")
    })

    it("stays open without a code when the gateway does not answer", async () => {
      const order = await convertedDraft()
      await sandbox.behave({ down: "refuse" })
      const { status, body } = await desk.choose(await collectionFor(order), gateway.providerId)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(JSON.stringify(body)).toMatch(/gateway_unavailable|circuit_open/)
      expect(await desk.vouchersOf(order.id)).toEqual([])
    })
  })
})
