import type { SandboxSwitches } from "../../src/sandbox"
import { booksOf } from "../support/books"
import { BOOT_TIMEOUT_MS, bootShop, type BootedShop } from "../support/booted-shop"
import { eventually } from "../support/eventually"
import { sessionOf, voucherOf, type Order, type Shopper } from "../support/shopper"

/** Shorter than the client's safety margin, so that each call asks for a token of its own. */
const TOKEN_LIFETIME_MS = 20_000

let shop: BootedShop
let shopper: Shopper

beforeAll(async () => {
  shop = await bootShop({ sandbox: { switches: { tokenLifetimeMs: TOKEN_LIFETIME_MS } } })
  shopper = shop.shopper
}, BOOT_TIMEOUT_MS)

afterAll(() => shop?.close())

afterEach(() => healthy())

/** No fault, no latency; codes and logs stay. */
function healthy(): Promise<void> {
  return shop.sandbox.behave({
    down: false,
    maximumAmount: null,
    latencyMs: { all: 0, create: 0 },
    faults: { all: null, authorize: null, create: null },
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

const html = { kind: "answer", status: 200, body: "html" } as const
const empty = { kind: "answer", status: 200, body: "empty" } as const

/** `code`: what the shopper's answer carries; `logs`: what the merchant finds in the log. */
const TROUBLES: {
  trouble: string
  switches: Partial<SandboxSwitches>
  code: string
  logs: RegExp
}[] = [
  {
    trouble: "the gateway refuses connections",
    switches: { down: "refuse" },
    code: "gateway_unavailable",
    logs: /The connection to PagoEfectivo failed.*Check the network/,
  },
  {
    trouble: "the gateway breaks connections off",
    switches: { down: "reset" },
    code: "gateway_unavailable",
    logs: /The connection to PagoEfectivo/,
  },
  {
    trouble: "the keys are refused",
    switches: { faults: { authorize: { kind: "answer", status: 401 } } },
    code: "credentials_refused",
    logs: /refused the credentials.*Check accessKey, secretKey, serviceId/,
  },
  {
    trouble: "another host answers with its own pages",
    switches: { faults: { all: { ...html, status: 404 } } },
    code: "gateway_bad_answer",
    logs: /Check baseUrl/,
  },
  {
    trouble: "the authorization fails with 500",
    switches: { faults: { authorize: { kind: "answer", status: 500 } } },
    code: "gateway_unavailable",
    logs: /PagoEfectivo failed \(HTTP 500\).*Try again later/,
  },
  {
    trouble: "issuing fails with 500",
    switches: { faults: { create: { kind: "answer", status: 500 } } },
    code: "gateway_unavailable",
    logs: /PagoEfectivo failed \(HTTP 500\).*Try again later/,
  },
  {
    trouble: "issuing is answered with HTML",
    switches: { faults: { create: html } },
    code: "gateway_bad_answer",
    logs: /PagoEfectivo/,
  },
  {
    trouble: "issuing is answered with an empty body",
    switches: { faults: { create: empty } },
    code: "gateway_bad_answer",
    logs: /PagoEfectivo/,
  },
  {
    trouble: "the amount is above the merchant's maximum",
    switches: { maximumAmount: "50.00" },
    code: "amount_too_large",
    logs: /above what PagoEfectivo lets this store charge/,
  },
]

describe("while there is trouble at the gateway", () => {
  it.each(TROUBLES)(
    "the cart stays open and says so, and is completed later: $trouble",
    async ({ switches, code, logs }) => {
      const { cartId, sessionId } = await readyCart()
      await shop.sandbox.behave(switches)
      const { status, body } = await shopper.complete(cartId)
      expect(status).toBe(200)
      expect(body).toMatchObject({ type: "cart", error: { type: "payment_authorization_error" } })
      expect(body.error?.message).toContain(`[${code}]`)
      expect(shop.store.log()).toMatch(logs)
      expect(body.error?.message).not.toContain(shop.sandbox.credentials.secretKey)

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
    await shop.sandbox.behave({ latencyMs: { create: 2_000 } })
    const order = await completed(cartId)
    expect(voucherOf(order).status).toBe("waiting")
  })

  it("a silent gateway is given up after its time limit, and the cart completed later", async () => {
    const { cartId, sessionId } = await readyCart()
    await shop.sandbox.behave({ faults: { create: { kind: "hang", times: 1 } } })
    const { body } = await shopper.complete(cartId)
    expect(body).toMatchObject({ type: "cart", error: { type: "payment_authorization_error" } })
    expect(body.error?.message).toContain("[gateway_timeout]")
    const order = await completed(cartId)
    expect(shop.sandbox.voucher(voucherOf(order).cip)?.transactionCode).toBe(`${sessionId}-2`)
  })
})

describe("an answer that is lost after the code was made", () => {
  /** The cart's first code is at the gateway, and the store has never heard of it. */
  async function lostCode() {
    const { cartId, sessionId } = await readyCart()
    await shop.sandbox.behave({ faults: { create: { kind: "drop", committed: true, times: 1 } } })
    const { body } = await shopper.complete(cartId)
    expect(body.type).toBe("cart")
    const [lost] = shop.sandbox.vouchersOf(sessionId)
    return { cartId, sessionId, lostCip: lost!.cip }
  }

  it("is followed by attempt -2, and the create call is never repeated by itself", async () => {
    const before = createCalls()
    const { cartId, sessionId } = await lostCode()
    expect(createCalls() - before).toBe(1)
    const order = await completed(cartId)
    expect(shop.sandbox.voucher(voucherOf(order).cip)?.transactionCode).toBe(`${sessionId}-2`)
    expect(createCalls() - before).toBe(2)
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
    const [link] = await eventually(
      () =>
        shop.database.query<{ order_id: string }>(
          "SELECT order_id FROM order_cart WHERE cart_id = $1 AND deleted_at IS NULL",
          [cartId],
        ),
      (rows) => rows.length > 0,
      { what: "the order" },
    )
    const order = await paidOnce(link!.order_id)
    expect(voucherOf(order).cip).toBe(lostCip)
    expect((await completed(cartId)).id).toBe(order.id)
  })

  function createCalls(): number {
    return shop.sandbox.requests.filter(({ operation }) => operation === "create").length
  }
})
