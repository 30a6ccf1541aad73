import { booksOf } from "../support/books"
import { BOOT_TIMEOUT_MS, bootSharedShop, type SharedShop } from "../support/booted-shop"
import { eventually } from "../support/eventually"
import { DIRECT, GATEWAYS, MERCADO_PAGO, type GatewayProfile } from "../support/gateways"
import { openRegion, sellAt } from "../support/other-currency"
import { GUEST_ADDRESS, sessionOf, Shopper, voucherOf, type Order } from "../support/shopper"
import {
  isPaymentMethodOffered,
  pagoEfectivoErrorCode,
  pagoEfectivoMessage,
  type PaymentLimits,
} from "../../src/storefront"

/** Shorter than the client's safety margin, so that each call asks for a token of its own. */
const TOKEN_LIFETIME_MS = 20_000

/** One character more than PagoEfectivo's own API takes. */
const LONG_EMAIL = `${"a".repeat(91)}@tienda.pe`

let shop: SharedShop
/** A guest of the gateway that the tests are about. */
let shopper: Shopper

beforeAll(async () => {
  shop = await bootSharedShop({ sandbox: { switches: { tokenLifetimeMs: TOKEN_LIFETIME_MS } } })
}, BOOT_TIMEOUT_MS)

afterAll(() => shop?.close())

afterEach(() => healthy())

/** No fault, no latency; codes and logs stay. */
function healthy(): Promise<void> {
  return shop.sandbox.behave({
    down: false,
    maximumAmount: null,
    strict: false,
    latencyMs: { all: 0, create: 0, mp_create: 0 },
    faults: { all: null, authorize: null, create: null, mp_create: null },
    mercadoPago: { notificationUrls: "any" },
  })
}

async function readyCart(): Promise<{ cartId: string; sessionId: string }> {
  const cart = await shopper.fillCart()
  const { body } = await shopper.choosePagoEfectivo(cart.id)
  return { cartId: cart.id, sessionId: body.payment_collection.payment_sessions[0]!.id }
}

async function completed(cartId: string): Promise<Order> {
  const { body, status } = await shopper.complete(cartId)
  if (body.type !== "order") throw new Error(`${status} ${JSON.stringify(body.error ?? body)}`)
  return body.order
}

/** Waits for the order that the store places by itself. */
async function orderPlacedFrom(cartId: string): Promise<string> {
  const [link] = await eventually(
    () =>
      shop.database.query<{ order_id: string }>(
        "SELECT order_id FROM order_cart WHERE cart_id = $1 AND deleted_at IS NULL",
        [cartId],
      ),
    (rows) => rows.length > 0,
    { what: `the order of cart ${cartId}` },
  )
  return link!.order_id
}

/** Waits until the order is paid, and checks that it was booked once. */
async function paidOnce(orderId: string): Promise<Order> {
  await eventually(
    () => booksOf(shop.database, orderId),
    ({ transactions }) => transactions > 0,
    { what: `the payment of order ${orderId}` },
  )
  expect(await booksOf(shop.database, orderId)).toEqual({
    payments: 1,
    captures: 1,
    transactions: 1,
  })
  return eventually(
    () => shopper.order(orderId),
    (order) => order.payment_status === "captured" && voucherOf(order).status === "paid",
    { what: `the paid code of order ${orderId}` },
  )
}

function guestOf(gateway: GatewayProfile): void {
  beforeAll(() => {
    shopper = shop.shopperOf(gateway)
  })
}

function createCalls({ createCall }: GatewayProfile): number {
  return shop.sandbox.requests.filter(({ operation }) => operation === createCall).length
}

// First: after trouble a store does not ask again for a minute.
describe("what one code may cost", () => {
  it("is told to storefronts for each provider and currency", async () => {
    const { body, headers } = await shop
      .shopperOf(DIRECT)
      .call<{ limits: PaymentLimits[] }>("/store/pagoefectivo/limits")
    expect(headers.get("cache-control")).toContain("max-age=300")
    expect(body.limits.map((limit) => Object.values(limit))).toEqual([
      [DIRECT.providerId, "pen", "0.01", "21474836.47"],
      [DIRECT.providerId, "usd", "0.01", "21474836.47"],
      [MERCADO_PAGO.providerId, "pen", "5.00", "10000.00"],
    ])
    const offered = (total: number) =>
      isPaymentMethodOffered(MERCADO_PAGO.providerId, { total, currency_code: "pen" }, body.limits)
    expect([4.99, 5, 10_000, 10_000.01].map(offered)).toEqual([false, true, true, false])
  })
})

describe("what a shopper can change reaches the storefront by its code", () => {
  it.each(GATEWAYS)("$name: no e-mail", async (gateway) => {
    shopper = shop.shopperOf(gateway)
    const cart = await shopper.fillCart({ email: null })
    await shopper.choosePagoEfectivo(cart.id)
    const { status, body } = await shopper.complete(cart.id)
    expect([status, pagoEfectivoErrorCode(body)]).toEqual([400, "email_required"])
    expect(pagoEfectivoMessage(body, "es-PE")).toMatch(/correo electrónico/)
  })

  it.each(GATEWAYS)("$name: a currency that is not taken", async (gateway) => {
    const elsewhere = await abroad(gateway, "eur", gateway === DIRECT ? "es" : "it")
    const cart = await elsewhere.fillCart()
    const { status, body } = await elsewhere.choosePagoEfectivo(cart.id)
    expect([status, pagoEfectivoErrorCode(body)]).toEqual([400, "currency_not_supported"])
  })

  it("Mercado Pago: dollars, which it takes nowhere in Peru", async () => {
    const elsewhere = await abroad(MERCADO_PAGO, "usd", "ec")
    const cart = await elsewhere.fillCart()
    const { status, body } = await elsewhere.choosePagoEfectivo(cart.id)
    expect([status, pagoEfectivoErrorCode(body)]).toEqual([400, "currency_not_supported"])
    expect(pagoEfectivoMessage(body, "es-PE")).toMatch(/no acepta la moneda/)
  })

  it.each([
    ["more", 10_000.01, "amount_too_large"],
    ["less", 4.99, "amount_too_small"],
  ] as const)("Mercado Pago: %s than it issues codes for", async (_, soles, code) => {
    shopper = shop.shopperOf(MERCADO_PAGO)
    const wishes = await sellAt(shop.admin, "mate-burilado", soles)
    const cart = await shopper.fillCart({ ...wishes, delivery: "pickup" })
    const { status, body } = await shopper.choosePagoEfectivo(cart.id)
    expect([status, pagoEfectivoErrorCode(body)]).toEqual([400, code])
  })

  it.each([
    ["no phone", { phone: "" }, {}, "phone_required"],
    ["an e-mail that is too long for it", {}, { email: LONG_EMAIL }, "email_required"],
  ] as const)("PagoEfectivo's own API: %s", async (_, address, wishes, code) => {
    shopper = shop.shopperOf(DIRECT)
    await shop.sandbox.behave({ strict: true })
    const cart = await shopper.fillCart({ address: { ...GUEST_ADDRESS, ...address }, ...wishes })
    await shopper.choosePagoEfectivo(cart.id)
    const { body } = await shopper.complete(cart.id)
    expect([body.type, pagoEfectivoErrorCode(body)]).toEqual(["cart", code])
    expect(body.error?.message).not.toMatch(/user[A-Z]|\b11[123]\b/)
  })

  it("PagoEfectivo's own API: no phone, which the merchant is told with the option that helps", async () => {
    const { health } = await shop.admin.must<{
      health: { checks: { id: string; state: string; what_to_do: string | null }[] }
    }>("/admin/pagoefectivo/health")
    expect(health.checks.find(({ id }) => id === "phones")).toMatchObject({
      state: "warning",
      what_to_do: expect.stringContaining("fallbackPhone"),
    })
    expect(shop.store.log()).toMatch(/userPhone \(112\).*fallbackPhone/)
  })

  async function abroad({ providerId }: GatewayProfile, currency: string, country: string) {
    const wishes = { currency, country, price: 20, providers: [providerId] }
    return new Shopper(await openRegion(shop.admin, shop.store, wishes), providerId)
  }
})

const [askOnce, askAgain] = [
  GATEWAYS.filter(({ repeatsLostIssue }) => !repeatsLostIssue),
  GATEWAYS.filter(({ repeatsLostIssue }) => repeatsLostIssue),
]

describe.each(askOnce)("an answer of $name that is lost after the code was made", (gateway) => {
  guestOf(gateway)

  it("a silent gateway is given up after its time limit, and the cart completed later", async () => {
    const { cartId, sessionId } = await readyCart()
    await shop.sandbox.behave({ faults: { [gateway.createCall]: { kind: "hang", times: 1 } } })
    const { body } = await shopper.complete(cartId)
    expect(body).toMatchObject({ type: "cart", error: { type: "payment_authorization_error" } })
    expect(body.error?.message).toContain("[gateway_timeout]")
    const order = await completed(cartId)
    expect(shop.sandbox.voucher(voucherOf(order).cip)?.transactionCode).toBe(`${sessionId}-2`)
  })

  /** The cart's first code is at the gateway, and the store has never heard of it. */
  async function lostCode() {
    const { cartId, sessionId } = await readyCart()
    await shop.sandbox.behave({
      faults: { [gateway.createCall]: { kind: "drop", committed: true, times: 1 } },
    })
    const { body } = await shopper.complete(cartId)
    expect(body.type).toBe("cart")
    const [lost] = shop.sandbox.vouchersOf(sessionId)
    return { cartId, sessionId, lostCip: lost!.cip }
  }

  it("is followed by attempt -2, and the create call is never repeated by itself", async () => {
    const before = createCalls(gateway)
    const { cartId, sessionId } = await lostCode()
    expect(createCalls(gateway) - before).toBe(1)
    const order = await completed(cartId)
    expect(shop.sandbox.voucher(voucherOf(order).cip)?.transactionCode).toBe(`${sessionId}-2`)
    expect(createCalls(gateway) - before).toBe(2)
  })

  it.each(["v1", "full"] as const)(
    "still pays the order when it is the lost code that is paid (notice form %s)",
    async (notice) => {
      const { cartId, lostCip } = await lostCode()
      const order = await completed(cartId)
      await shop.sandbox.pay(lostCip, { notice })
      expect(voucherOf(await paidOnce(order.id)).cip).toBe(lostCip)
    },
  )

  it("pays the order when it is the second code that is paid", async () => {
    const { cartId } = await lostCode()
    const order = await completed(cartId)
    await shop.sandbox.pay(voucherOf(order).cip)
    await paidOnce(order.id)
  })

  it("places the order by itself when the lost code is paid before there is one", async () => {
    const { cartId, lostCip } = await lostCode()
    await shop.sandbox.pay(lostCip, { notice: "v1" })
    const order = await paidOnce(await orderPlacedFrom(cartId))
    expect(voucherOf(order).cip).toBe(lostCip)
    expect((await completed(cartId)).id).toBe(order.id)
  })
})

describe.each(askAgain)("an answer of $name that is lost after the code was made", (gateway) => {
  guestOf(gateway)

  const lose = (times: number) =>
    shop.sandbox.behave({
      faults: { [gateway.createCall]: { kind: "drop", committed: true, times } },
    })

  it("is asked for again at once, and there is one code", async () => {
    const { cartId, sessionId } = await readyCart()
    await lose(1)
    const order = await completed(cartId)
    expect(shop.sandbox.vouchersOf(sessionId)).toMatchObject([{ cip: voucherOf(order).cip }])
  })

  it("is found by its reference when the purchase is completed later: no second code", async () => {
    const { cartId, sessionId } = await readyCart()
    await lose(10)
    expect((await shopper.complete(cartId)).body).toMatchObject({ type: "cart" })
    await healthy()
    const asked = createCalls(gateway)
    const order = await completed(cartId)
    expect(createCalls(gateway)).toBe(asked)
    expect(shop.sandbox.vouchersOf(sessionId)).toMatchObject([{ cip: voucherOf(order).cip }])
    await shop.sandbox.pay(voucherOf(order).cip)
    await paidOnce(order.id)
  })

  it("places the order by itself when the lost code is paid before there is one", async () => {
    const { cartId, sessionId } = await readyCart()
    await lose(10)
    expect((await shopper.complete(cartId)).body).toMatchObject({ type: "cart" })
    await healthy()
    const [lost] = shop.sandbox.vouchersOf(sessionId)
    await shop.sandbox.pay(lost!.cip)
    expect(voucherOf(await paidOnce(await orderPlacedFrom(cartId))).cip).toBe(lost!.cip)
  })
})

describe.each(GATEWAYS)("while there is trouble at $name", (gateway) => {
  guestOf(gateway)

  it.each(gateway.troubles)(
    "the cart stays open and says so, and is completed later: $trouble",
    async ({ switches, code, logs }) => {
      const { cartId, sessionId } = await readyCart()
      await shop.sandbox.behave(switches)
      const { status, body } = await shopper.complete(cartId)
      expect(status).toBe(200)
      expect(body).toMatchObject({ type: "cart", error: { type: "payment_authorization_error" } })
      expect(pagoEfectivoErrorCode(body)).toBe(code)
      expect(shop.store.log()).toMatch(logs)
      expect(body.error?.message).not.toMatch(/The gateway says|notification_url/)
      const { credentials, mercadoPagoCredentials } = shop.sandbox
      for (const secret of [credentials.secretKey, mercadoPagoCredentials.accessToken]) {
        expect(body.error?.message).not.toContain(secret)
        expect(shop.store.log()).not.toContain(secret)
      }

      await healthy()
      const order = await completed(cartId)
      expect(sessionOf(order).status).toBe("pending_authorization")
      expect(shop.sandbox.voucher(voucherOf(order).cip)?.transactionCode).toMatch(
        new RegExp(`^${sessionId}(-2)?$`),
      )
    },
  )

  it("a slow gateway is waited for", async () => {
    const { cartId } = await readyCart()
    await shop.sandbox.behave({ latencyMs: { [gateway.createCall]: 2_000 } })
    const order = await completed(cartId)
    expect(voucherOf(order).status).toBe("waiting")
  })
})

describe("health while the gateways give no answer", () => {
  interface Check {
    id: string
    provider_id: string | null
    state: string
    data: Record<string, unknown>
  }

  const ids = GATEWAYS.map(({ providerId }) => providerId).sort()

  /** Asks each gateway anew. */
  async function keys(): Promise<Check[]> {
    const { health } = await shop.admin.must<{ health: { checks: Check[] } }>(
      "/admin/pagoefectivo/health?refresh=true",
    )
    return health.checks.filter(({ id }) => id === "credentials")
  }

  const states = (checks: Check[]) => [...new Set(checks.map(({ state }) => state))]

  /** The providers that are known to be silent. */
  async function silent(): Promise<string[]> {
    const rows = await shop.database.query<{ id: string }>(
      `SELECT jsonb_object_keys(state) AS id FROM pagoefectivo_job_run
       WHERE name = 'gateway-silence'`,
    )
    return rows.map(({ id }) => id).sort()
  }

  it("is a problem once that lasts, and none from its first answer on", async () => {
    await shop.sandbox.behave({ down: "reset" })
    expect(states(await keys())).toEqual(["unknown"])
    await eventually(silent, (found) => String(found) === String(ids), { what: "the silence" })
    const since = new Date(Date.now() - 16 * 60_000).toISOString()
    await shop.database.query(
      "UPDATE pagoefectivo_job_run SET state = $1 WHERE name = 'gateway-silence'",
      [JSON.stringify(Object.fromEntries(ids.map((id) => [id, since])))],
    )
    for (const check of await keys()) {
      expect(check).toMatchObject({ state: "problem", data: { finding: "unreachable", since } })
    }
    await healthy()
    expect(states(await keys())).toEqual(["ok"])
    await eventually(silent, (found) => found.length === 0, { what: "the end of the silence" })
    await shop.sandbox.behave({ down: "reset" })
    expect(states(await keys())).toEqual(["unknown"])
  })
})
