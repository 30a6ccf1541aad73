import type { Sandbox } from "../../src/sandbox"
import type { Admin } from "../support/admin"
import { BOOT_TIMEOUT_MS, bootSharedShop, type SharedShop } from "../support/booted-shop"
import { offerGateways } from "../support/both-gateways"
import { eventually } from "../support/eventually"
import { doubleQuantity } from "../support/edit-order"
import { GATEWAYS } from "../support/gateways"
import { OrderDesk, OTHER_METHOD } from "../support/order-desk"
import { voucherOf } from "../support/shopper"

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

describe.each(GATEWAYS)("an order of $name", (gateway) => {
  beforeEach(() => {
    desk = new OrderDesk(shop, gateway)
  })

  describe("a credit line", () => {
    it("over the whole closes the code, and the order stays, at its deadline too", async () => {
      const { order, voucher } = await desk.place()
      await desk.credit(order.id, order.total)
      await desk.polled()
      expect(desk.atGateway(voucher)).toBe("deleted")
      expect(await desk.vouchersOf(order.id)).toMatchObject([{ status: "voided" }])
      expect((await desk.shopper.order(order.id)).status).toBe("pending")
    })

    it("over the whole keeps the order when the deadline comes first", async () => {
      const { order, voucher } = await desk.place()
      await desk.credit(order.id, order.total)
      await shop.database.query(
        "UPDATE pagoefectivo_voucher SET expires_at = now() - interval '1 day' WHERE id = $1",
        [voucher.id],
      )
      await shop.store.runJob("expire-vouchers")
      expect(desk.atGateway(voucher)).toBe("deleted")
      expect((await desk.shopper.order(order.id)).status).toBe("pending")
    })

    it("over a part renews the code over the rest, which pays the order", async () => {
      const { order, voucher } = await desk.place()
      await desk.credit(order.id, 30)
      await desk.polled()
      expect(desk.atGateway(voucher)).toBe("deleted")
      const [, fresh] = await desk.vouchersOf(order.id)
      expect(sandbox.voucher(fresh?.cip ?? "")?.amount).toBe("49.90")
      await sandbox.pay(fresh?.cip ?? "")
      await desk.untilPaid(order.id)
      expect(await desk.casesOf(order.id)).toEqual([])
    })

    it("that the code's payment came before is booked with a case, which gives the rest back", async () => {
      const { order, voucher } = await desk.place()
      await desk.credit(order.id, 30)
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
        () => desk.vouchersOf(order.id),
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

    it("that the code's payment came before leaves no case once the order is cancelled and refunded", async () => {
      const { order, voucher } = await desk.place()
      await desk.credit(order.id, 30)
      await sandbox.pay(voucher.cip)
      await eventually(
        () => desk.casesOf(order.id),
        ([known]) => known?.status === "open",
        { what: "the case" },
      )
      await admin.must(`/admin/orders/${order.id}/cancel`, { method: "POST" })
      await eventually(
        () => desk.casesOf(order.id),
        (cases) => cases.every(({ status }) => status === "resolved"),
        { what: "the end of the case" },
      )
    })

    it("keeps PagoEfectivo from being chosen again over more than is owed", async () => {
      const { order } = await desk.place()
      const { id } = await desk.onlyCollection(order.id)
      await desk.credit(order.id, 30)
      const { status, body } = await desk.choose(id, gateway.providerId)
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
      const { order, voucher } = await desk.place()
      expect((await payOtherwise(order.id)).status).toBe(200)
      expect(desk.atGateway(voucher)).toBe("deleted")
      await desk.untilPaid(order.id)
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
      const { order, voucher } = await desk.place()
      await sandbox.pay(voucher.cip, { notice: "none" })
      const { status, body } = await payOtherwise(order.id)
      expect([status, body.message]).toEqual([400, expect.stringContaining("has been paid")])
      await desk.untilPaid(order.id)
      expect(await desk.casesOf(order.id)).toEqual([])
    })

    it("stays as it is while the gateway does not say that the code is closed", async () => {
      const { order } = await desk.place()
      await sandbox.behave({ down: "refuse" })
      expect((await payOtherwise(order.id)).status).toBe(400)
      const closed = await admin.call(`/admin/pagoefectivo/orders/${order.id}/close-unpaid`, {
        method: "POST",
      })
      expect(closed.status).toBe(400)
      const { status, payment_status } = await desk.shopper.order(order.id)
      expect([status, payment_status]).toEqual(["pending", "awaiting"])
    })

    it("is listed and a hint of health once its code is void, and is closed with its stock", async () => {
      const { order, voucher } = await desk.place()
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
      expect((await desk.shopper.order(order.id)).status).toBe("canceled")
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
      const { order, voucher } = await desk.place()
      await sandbox.pay(voucher.cip)
      await desk.untilPaid(order.id)
      await doubleQuantity(admin, order.id)
      const open = (await desk.collectionsOf(order.id)).find(({ status }) => status === "not_paid")
      const { body } = await desk.choose(open?.id ?? "", gateway.providerId)
      const code = body.payment_collection.payment_sessions[0]?.data.voucher
      expect(await desk.vouchersOf(order.id)).toHaveLength(2)
      await sandbox.pay(code?.cip ?? "")
      await desk.untilPaid(order.id)
      expect(await desk.casesOf(order.id)).toEqual([])
    })
  })

  describe("goods that come back or go out", () => {
    it("renew the code of an unpaid order over what it owes then", async () => {
      const ways = [
        [(id: string) => desk.exchangeOneForTwo(id), "149.80"],
        [(id: string) => desk.claimWithOneMore(id), "219.70"],
        [(id: string) => desk.returnAll(id), "10.00"],
      ] as const
      for (const [move, amount] of ways) {
        const { order, voucher } = await desk.place()
        await move(order.id)
        const code = await desk.untilRenewed(order.id, voucher, amount)
        await sandbox.pay(code.cip)
        await desk.untilBooked(order.id)
        expect(await desk.casesOf(order.id)).toEqual([])
      }
    })

    it.each([
      ["an exchange", (id: string) => desk.exchangeOneForTwo(id), "69.90"],
      ["a claim", (id: string) => desk.claimWithOneMore(id), "139.80"],
    ] as const)("add to a paid order what is charged by hand: %s", async (_, move, amount) => {
      const { order } = await desk.placePaid()
      await move(order.id)
      const { status, body } = await desk.charge(order.id, { reason: "More goods" })
      expect([status, body.voucher.status]).toEqual([200, "waiting"])
      expect(sandbox.voucher(body.voucher.cip)?.amount).toBe(amount)
      await sandbox.pay(body.voucher.cip)
      await desk.untilBooked(order.id)
      await admin.must("/admin/pagoefectivo/reconciliations", { method: "POST", body: {} })
      expect(await desk.casesOf(order.id)).toEqual([])
    })

    it("leave a paid code as it is, and a return's money is refunded from it", async () => {
      const { order, voucher } = await desk.placePaid()
      await desk.returnAll(order.id)
      const { order: found } = await admin.must<{
        order: { payment_collections: { payments: { id: string }[] }[] }
      }>(`/admin/orders/${order.id}?fields=payment_collections.payments.id`)
      const payment = found.payment_collections[0]?.payments[0]
      await admin.must(`/admin/payments/${payment?.id}/refund`, { body: { amount: 69.9 } })
      const refunds = await shop.database.query(
        "SELECT amount_centimos, status FROM pagoefectivo_refund WHERE voucher_id = $1",
        [voucher.id],
      )
      expect(refunds).toEqual([{ amount_centimos: 6990, status: gateway.refunds.recordedAs }])
      expect(await desk.vouchersOf(order.id)).toMatchObject([{ id: voucher.id, status: "paid" }])
    })
  })

  it("with a promotion has its code over what is left of the cart", async () => {
    const code = `LESS10${gateway.entry}`
    await admin.must("/admin/promotions", {
      body: {
        code,
        type: "standard",
        status: "active",
        application_method: {
          type: "fixed",
          target_type: "order",
          allocation: "across",
          value: 10,
          currency_code: "pen",
        },
      },
    })
    const cart = await desk.shopper.fillCart()
    await desk.shopper.choosePagoEfectivo(cart.id)
    await desk.shopper.call(`/store/carts/${cart.id}/promotions`, { body: { promo_codes: [code] } })
    await desk.shopper.choosePagoEfectivo(cart.id)
    const { body } = await desk.shopper.complete(cart.id)
    expect(body.order.total).toBeLessThan(cart.total)
    expect(sandbox.voucher(voucherOf(body.order).cip)?.amount).toBe(body.order.total.toFixed(2))
  })

  describe("an edit before the payment", () => {
    async function edited(orderId: string, path: string, body: object): Promise<void> {
      await admin.must("/admin/order-edits", { body: { order_id: orderId } })
      await admin.must(`/admin/order-edits/${orderId}/${path}`, { body })
      await admin.must(`/admin/order-edits/${orderId}/confirm`, { method: "POST" })
    }

    it("of a price renews the code over the new total", async () => {
      const { order, voucher } = await desk.place()
      const { order: found } = await admin.must<{ order: { items: { id: string }[] } }>(
        `/admin/orders/${order.id}?fields=items.id`,
      )
      const item = `items/item/${found.items[0]?.id}`
      await edited(order.id, item, { quantity: 1, unit_price: 49.9 })
      await desk.untilRenewed(order.id, voucher, "59.90")
    })

    it("of the delivery renews it, too", async () => {
      const { order, voucher } = await desk.place()
      const { shipping_options } = await admin.must<{ shipping_options: { id: string }[] }>(
        "/admin/shipping-options",
      )
      const option = { shipping_option_id: shipping_options[0]?.id, custom_amount: 5 }
      await edited(order.id, "shipping-method", option)
      await desk.untilRenewed(order.id, voucher, "84.90")
    })
  })

  describe("what leaves its debt as it is", () => {
    it("leaves its code: another customer, and what Medusa refuses while a code waits", async () => {
      const { order, voucher } = await desk.place()
      const { customer } = await admin.must<{ customer: { id: string } }>("/admin/customers", {
        body: { email: `${order.id}@example.pe` },
      })
      await shop.database.query("UPDATE customer SET has_account = true WHERE id = $1", [
        customer.id,
      ])
      await admin.must(`/admin/orders/${order.id}/transfer`, { body: { customer_id: customer.id } })
      const { id } = await desk.onlyCollection(order.id)
      const collection = `/admin/payment-collections/${id}`
      const refused = [
        await admin.call(`${collection}/mark-as-paid`, { body: { order_id: order.id } }),
        await admin.call(collection, { method: "DELETE" }),
      ]
      expect(refused.map(({ status }) => status)).toEqual([400, 400])
      await desk.polled()
      expect(await desk.vouchersOf(order.id)).toMatchObject([{ id: voucher.id, status: "waiting" }])
      await sandbox.pay(voucher.cip)
      await desk.untilPaid(order.id)
    })

    it("does not include its cancellation, which closes the code", async () => {
      const { order, voucher } = await desk.place()
      await admin.must(`/admin/orders/${order.id}/cancel`, { method: "POST" })
      await eventually(
        () => desk.vouchersOf(order.id),
        ([code]) => code?.status === "voided",
        { what: "the closed code" },
      )
      expect(desk.atGateway(voucher)).toBe("deleted")
    })
  })
})
