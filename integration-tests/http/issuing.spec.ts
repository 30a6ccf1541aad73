import type { Admin } from "../support/admin"
import { booksOf } from "../support/books"
import { BOOT_TIMEOUT_MS, bootSharedShop, type SharedShop } from "../support/booted-shop"
import { eventually } from "../support/eventually"
import { DIRECT, GATEWAYS } from "../support/gateways"
import { openRegion, sellAt } from "../support/other-currency"
import { GUEST_ADDRESS, sessionOf, Shopper, voucherOf } from "../support/shopper"

const PAYER_DATA = /maria\.guest|María|Ñahui|987654321|45678912/

let shop: SharedShop
let shopper: Shopper
let admin: Admin

beforeAll(async () => {
  shop = await bootSharedShop()
  admin = shop.admin
}, BOOT_TIMEOUT_MS)

afterAll(() => shop?.close())

beforeEach(() => {
  shopper = shop.shopperOf(DIRECT)
})

describe.each(GATEWAYS)("a guest's order through $name", (gateway) => {
  beforeEach(() => {
    shopper = shop.shopperOf(gateway)
  })

  it("gets a code at completion, not before", async () => {
    const cart = await shopper.fillCart()
    const issued = shop.sandbox.vouchers().length
    const { body } = await shopper.choosePagoEfectivo(cart.id)
    expect(body.payment_collection.payment_sessions[0]?.data.voucher).toBeUndefined()
    expect(shop.sandbox.vouchers()).toHaveLength(issued)

    const { body: completed } = await shopper.complete(cart.id)
    expect(completed.type).toBe("order")
    expect((await shopper.order(completed.order.id)).payment_status).toBe("awaiting")
    const session = sessionOf(completed.order)
    expect(session.status).toBe("pending_authorization")
    expect(shop.sandbox.vouchers()).toHaveLength(issued + 1)
    const [code] = shop.sandbox.vouchers()
    expect(session.data.voucher).toMatchObject({ status: "waiting", cip: code?.cip })
    expect(code?.transactionCode).toBe(session.id)
    const [row] = await shop.database.query(
      "SELECT provider_id, gateway_id FROM pagoefectivo_voucher WHERE id = $1",
      [session.data.voucher?.id],
    )
    expect(row).toEqual({
      provider_id: gateway.providerId,
      gateway_id: gateway.gatewayIdOf(code!),
    })
  })

  it("is paid through the platform's hook when the code is paid", async () => {
    const { order, voucher } = await shopper.placeOrder()
    await shop.sandbox.pay(voucher.cip)
    const paid = await eventually(
      () => shopper.order(order.id),
      (found) => found.payment_status === "captured" && voucherOf(found).status === "paid",
      { what: "the captured payment" },
    )
    expect(paid.status).toBe("pending")
    const notices = await shop.database.query(
      "SELECT DISTINCT provider_id FROM pagoefectivo_notice WHERE gateway_id = $1",
      [gateway.gatewayIdOf(shop.sandbox.voucher(voucher.cip)!)],
    )
    expect(notices).toEqual([{ provider_id: gateway.providerId }])
  })
})

describe("a payment session", () => {
  it("takes dollars", async () => {
    const abroad = new Shopper(
      await openRegion(admin, shop.store, { currency: "usd", country: "ec", price: 20 }),
    )
    const { order, voucher } = await abroad.placeOrder({
      address: { ...GUEST_ADDRESS, country_code: "ec" },
    })
    expect(sessionOf(order).data).toMatchObject({ amount: "25.00", currency_code: "usd" })
    expect(shop.sandbox.voucher(voucher.cip)).toMatchObject({ amount: "25.00", currency: "USD" })
    await shop.sandbox.pay(voucher.cip)
    await eventually(
      () => abroad.order(order.id),
      ({ payment_status }) => payment_status === "captured",
      { what: "the captured payment in dollars" },
    )
  })

  it("refuses any other currency when it is made", async () => {
    const elsewhere = new Shopper(
      await openRegion(admin, shop.store, { currency: "eur", country: "es", price: 20 }),
    )
    const cart = await elsewhere.fillCart({ address: { ...GUEST_ADDRESS, country_code: "es" } })
    const { status, body } = await elsewhere.choosePagoEfectivo(cart.id)
    expect(status).toBe(400)
    expect(body).toMatchObject({
      type: "invalid_data",
      code: "currency_not_supported",
      message: "PagoEfectivo takes PEN and USD; this payment is in EUR. [currency_not_supported]",
    })
  })

  it("refuses an amount of zero when it is made", async () => {
    const wishes = await sellAt(admin, "mate-burilado", 0)
    const cart = await shopper.fillCart({ ...wishes, delivery: "none" })
    const { status, body } = await shopper.choosePagoEfectivo(cart.id)
    expect(status).toBe(400)
    expect(body).toMatchObject({
      type: "invalid_data",
      code: "amount_too_small",
      message:
        "PagoEfectivo needs an amount above zero; this payment is over 0 PEN. [amount_too_small]",
    })
  })

  it("rounds more than two decimals half up, and what is paid then pays the order", async () => {
    const wishes = await sellAt(admin, "taza-de-chulucanas", 39.905)
    const { order, voucher } = await shopper.placeOrder(wishes)
    expect(order.total).toBe(49.905)
    expect(sessionOf(order).data.amount).toBe("49.91")
    expect(shop.sandbox.voucher(voucher.cip)?.amount).toBe("49.91")
    await shop.sandbox.pay(voucher.cip)
    await eventually(
      () => shopper.order(order.id),
      ({ payment_status }) => payment_status === "captured",
      { what: "the captured payment" },
    )
  })

  it("keeps nothing that a storefront sends along: no payer, no planted voucher", async () => {
    const cart = await shopper.fillCart()
    const { body } = await shopper.choosePagoEfectivo(cart.id, {
      email: "maria.guest@example.pe",
      payer: { first_name: "María", phone: "987654321", document: "45678912" },
      voucher: { id: "pevou_planted", cip: "1", status: "paid" },
      session_id: "payses_somebody_else",
      amount: "0.01",
      currency_code: "usd",
    })
    const [session] = body.payment_collection.payment_sessions
    expect(session?.data).toEqual({
      session_id: session?.id,
      amount: "79.90",
      currency_code: "pen",
    })
    const { body: completed } = await shopper.complete(cart.id)
    expect(voucherOf(completed.order).id).not.toBe("pevou_planted")
    expect(shop.sandbox.vouchersOf(session!.id)).toMatchObject([{ amount: "79.90" }])
  })
})

describe.each(GATEWAYS)("a code through $name", (gateway) => {
  beforeEach(() => {
    shopper = shop.shopperOf(gateway)
  })

  it("carries the guest's data to the gateway, and the Store API shows none of it", async () => {
    const { order, voucher } = await shopper.placeOrder({
      address: {
        ...GUEST_ADDRESS,
        metadata: { document_type: "DNI", document_number: "45678912" },
      },
    })
    expect(shop.sandbox.voucher(voucher.cip)?.fields).toMatchObject(gateway.payerFields)
    const data = sessionOf(await shopper.order(order.id)).data
    expect(Object.keys(data).sort()).toEqual(["amount", "currency_code", "session_id", "voucher"])
    expect(Object.keys(data.voucher!).sort()).toEqual(
      [
        "cip",
        "company_name",
        "expires_at",
        "id",
        "page_url",
        "paid_at",
        "service_name",
        "status",
        "url",
      ].sort(),
    )
    expect(JSON.stringify(data)).not.toMatch(PAYER_DATA)
  })

  it("ends after the hours that the options say, or the least that the gateway allows", async () => {
    const before = Date.now()
    const { voucher } = await shopper.placeOrder()
    const hours = (Date.parse(voucher.expires_at) - before) / 3_600_000
    expect(Math.abs(hours - gateway.leastVoucherHours)).toBeLessThan(0.01)
    expect(shop.sandbox.voucher(voucher.cip)?.expiresAt).toBe(voucher.expires_at)
  })

  it.each<[string, string, string, string | undefined]>([
    ["quotes and a backslash", `Ana "la \\ negra"`, "O'Higgins", `Ana "la \\ negra"`],
    ["accents, decomposed", "Jose\u0301 Ángel", "Núñez Güell", "José Ángel"],
    ["emoji", "Rosa 🌹👩‍👩‍👧", "Quispe", undefined],
    ["200 characters", "Ñ".repeat(200), "🦙".repeat(200), "Ñ".repeat(gateway.longestName)],
    ["markup", "<b>Ana</b>", "{{name}} ${x}", undefined],
  ])("is issued for a name with %s", async (_, firstName, lastName, expected) => {
    const { voucher } = await shopper.placeOrder({
      address: { ...GUEST_ADDRESS, first_name: firstName, last_name: lastName },
    })
    const names = gateway.namesIn(shop.sandbox.voucher(voucher.cip)!.fields)
    for (const text of names) {
      expect([...(text ?? "")].length).toBeLessThanOrEqual(gateway.longestName)
      expect(text).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
    }
    if (expected) expect(names[0]).toBe(expected)
  })

  it("waits for the shopper's e-mail: completion names it, and works once it is there", async () => {
    const cart = await shopper.fillCart({ email: null })
    await shopper.choosePagoEfectivo(cart.id)
    const creations = () =>
      shop.sandbox.requests.filter(({ operation }) => operation === gateway.createCall).length
    const before = creations()
    const refused = await shopper.complete(cart.id)
    expect(refused.status).toBe(400)
    expect(refused.body).toMatchObject({
      type: "invalid_data",
      code: "email_required",
      message:
        "PagoEfectivo needs the shopper's e-mail address; the cart has none. [email_required]",
    })
    expect(creations()).toBe(before)

    await shopper.call(`/store/carts/${cart.id}`, { body: { email: "luz@example.pe" } })
    const { body } = await shopper.complete(cart.id)
    expect(body.type).toBe("order")
  })

  it("reserves the stock while it waits", async () => {
    const { order } = await shopper.placeOrder({ quantity: 3 })
    const { order: found } = await admin.must<{ order: { items: { id: string }[] } }>(
      `/admin/orders/${order.id}?fields=items.id`,
    )
    const { reservations } = await admin.must<{ reservations: { quantity: number }[] }>(
      `/admin/reservations?line_item_id=${found.items[0]?.id}`,
    )
    expect(reservations).toMatchObject([{ quantity: 3 }])
    expect(await booksOf(shop.database, order.id)).toEqual({
      payments: 0,
      captures: 0,
      transactions: 0,
    })
  })
})

describe.each(GATEWAYS)("one purchase through $name", (gateway) => {
  beforeEach(() => {
    shopper = shop.shopperOf(gateway)
  })

  it("gets one order and one code from two browsers that complete it at once", async () => {
    const cart = await shopper.fillCart()
    const { body } = await shopper.choosePagoEfectivo(cart.id)
    const sessionId = body.payment_collection.payment_sessions[0]!.id
    const answers = await Promise.all([shopper.complete(cart.id), shopper.complete(cart.id)])
    const orders = answers.filter((answer) => answer.body.type === "order")
    expect(orders.length).toBeGreaterThan(0)
    expect(new Set(orders.map((answer) => answer.body.order.id)).size).toBe(1)
    expect(shop.sandbox.vouchersOf(sessionId)).toHaveLength(1)
    expect(shop.sandbox.vouchersOf(`${sessionId}-2`)).toHaveLength(0)
    const links = await shop.database.query(
      "SELECT 1 FROM order_cart WHERE cart_id = $1 AND deleted_at IS NULL",
      [cart.id],
    )
    expect(links).toHaveLength(1)
  })

  it("keeps its code when a browser completes it again", async () => {
    const { order, voucher, cartId } = await shopper.placeOrder()
    const { body } = await shopper.complete(cartId)
    expect(body.order.id).toBe(order.id)
    expect(voucherOf(body.order).cip).toBe(voucher.cip)
    expect(shop.sandbox.vouchersOf(sessionOf(order).id)).toHaveLength(1)
  })

  /** As after a crash right after the gateway's answer: the code is out, the cart is still open. */
  async function loseOrder(cartId: string): Promise<void> {
    await shop.database.query(
      `DELETE FROM order_payment_collection
        WHERE order_id IN (SELECT order_id FROM order_cart WHERE cart_id = $1)`,
      [cartId],
    )
    await shop.database.query("DELETE FROM order_cart WHERE cart_id = $1", [cartId])
    await shop.database.query("UPDATE cart SET completed_at = NULL WHERE id = $1", [cartId])
    await shop.database.query(
      "UPDATE pagoefectivo_voucher SET order_id = NULL WHERE cart_id = $1",
      [cartId],
    )
  }

  it("keeps its one code when completion is repeated after the order was lost", async () => {
    const { order, voucher, cartId } = await shopper.placeOrder()
    await loseOrder(cartId)
    const { body } = await shopper.complete(cartId)
    expect(body).toMatchObject({ type: "order" })
    expect(body.order.id).not.toBe(order.id)
    expect(voucherOf(body.order).cip).toBe(voucher.cip)
  })

  it("loses its code when the shopper chooses anew, before another is issued", async () => {
    const { voucher, cartId } = await shopper.placeOrder()
    await loseOrder(cartId)
    await shopper.choosePagoEfectivo(cartId)
    expect(shop.sandbox.voucher(voucher.cip)?.status).toBe("deleted")
    const { body } = await shopper.complete(cartId)
    expect(voucherOf(body.order).cip).not.toBe(voucher.cip)
  })

  it("is never issued a code over an old total", async () => {
    const cart = await shopper.fillCart()
    const { body } = await shopper.choosePagoEfectivo(cart.id)
    const oldSession = body.payment_collection.payment_sessions[0]!.id
    await changeQuantity(cart.id, 2)
    const early = await shopper.complete(cart.id)
    expect(early.body.type).not.toBe("order")
    expect(shop.sandbox.vouchersOf(oldSession)).toHaveLength(0)

    await shopper.choosePagoEfectivo(cart.id)
    const { body: completed } = await shopper.complete(cart.id)
    expect(completed.order.total).toBe(149.8)
    expect(shop.sandbox.voucher(voucherOf(completed.order).cip)?.amount).toBe("149.80")
  })
})

async function changeQuantity(cartId: string, quantity: number): Promise<void> {
  const { body } = await shopper.call<{ cart: { items: { id: string }[] } }>(
    `/store/carts/${cartId}`,
  )
  await shopper.call(`/store/carts/${cartId}/line-items/${body.cart.items[0]?.id}`, {
    body: { quantity },
  })
}
