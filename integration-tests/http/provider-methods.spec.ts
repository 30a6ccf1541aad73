import type { IPaymentProvider } from "@medusajs/framework/types"
import { BOOT_TIMEOUT_MS, bootSharedShop, type SharedShop } from "../support/booted-shop"
import { eventually } from "../support/eventually"
import { GATEWAYS, type GatewayProfile } from "../support/gateways"
import { sessionOf, voucherOf, type Order, type Session } from "../support/shopper"

/** What the platform asks of every payment provider. */
type Method = {
  [Name in keyof IPaymentProvider]-?: undefined extends IPaymentProvider[Name] ? never : Name
}[keyof IPaymentProvider]

interface Answer {
  id?: string
  status?: string
  action?: string
  data: Session["data"] & { session_id?: string; refunds?: { total: string } }
}

let shop: SharedShop
/** Whose provider is called. */
let gateway: GatewayProfile
/** An order that waits for its payment, and one that is paid; no test changes their state. */
let waiting: Order
let paid: Order

beforeAll(async () => {
  shop = await bootSharedShop()
}, BOOT_TIMEOUT_MS)

afterAll(() => shop?.close())

function call(method: Method, input: object): Promise<Answer> {
  return shop.store.callProvider(gateway.providerId, method, input) as Promise<Answer>
}

async function place(): Promise<Order> {
  return (await shop.shopperOf(gateway).placeOrder()).order
}

async function placePaid(): Promise<Order> {
  const { id, ...order } = await place()
  await shop.sandbox.pay(voucherOf({ id, ...order }).cip)
  return eventually(
    () => shop.shopperOf(gateway).order(id),
    (found) => found.payment_status === "captured" && voucherOf(found).status === "paid",
    { what: `the payment of order ${id}` },
  )
}

const dataOf = (order: Order) => sessionOf(order).data
const codesOf = (order: Order) => shop.sandbox.vouchersOf(sessionOf(order).id)

/** One entry per method, so that each is found by its name and none can be left out. */
const METHODS: Record<Exclude<Method, "getIdentifier">, () => void> = {
  initiatePayment: () => {
    const input = { amount: 79.9, currency_code: "PEN", context: { idempotency_key: "payses_new" } }

    it("keeps the session's id and its amount in two decimals, and asks nothing of the gateway", async () => {
      const asked = shop.sandbox.requests.length
      expect(await call("initiatePayment", { ...input, data: { planted: true } })).toEqual({
        id: "payses_new",
        status: "pending",
        data: { session_id: "payses_new", amount: "79.90", currency_code: "pen" },
      })
      expect(shop.sandbox.requests).toHaveLength(asked)
    })

    it("refuses what can't be charged", async () => {
      await expect(call("initiatePayment", { ...input, amount: 0 })).rejects.toThrow(
        /amount_too_small/,
      )
      await expect(call("initiatePayment", { ...input, currency_code: "eur" })).rejects.toThrow(
        /currency_not_supported/,
      )
      await expect(call("initiatePayment", { ...input, context: {} })).rejects.toThrow(
        /session's id/,
      )
    })
  },

  updatePayment: () => {
    it("takes the new amount, and leaves the code that is out as it is", async () => {
      const { data } = await call("updatePayment", {
        amount: 80,
        currency_code: "pen",
        data: dataOf(waiting),
      })
      expect(data).toMatchObject({ amount: "80.00", voucher: { cip: voucherOf(waiting).cip } })
      expect(codesOf(waiting)).toMatchObject([{ amount: "79.90", status: "generated" }])
    })
  },

  authorizePayment: () => {
    it("answers for a code that waits, and issues no other", async () => {
      const answer = await call("authorizePayment", { data: dataOf(waiting) })
      expect(answer).toMatchObject({
        status: "pending_authorization",
        data: { voucher: { cip: voucherOf(waiting).cip } },
      })
      expect(codesOf(waiting)).toHaveLength(1)
    })

    it("answers that a paid code is captured", async () => {
      const { status } = await call("authorizePayment", { data: dataOf(paid) })
      expect(status).toBe("captured")
    })

    it("issues nothing for a session that does not exist", async () => {
      const issued = shop.sandbox.vouchers().length
      const data = { session_id: "payses_unknown" }
      await expect(call("authorizePayment", { data })).rejects.toThrow(/payses_unknown/)
      expect(shop.sandbox.vouchers()).toHaveLength(issued)
    })
  },

  capturePayment: () => {
    it("has nothing to do: the money is there when it is authorized", async () => {
      const asked = shop.sandbox.requests.length
      expect(await call("capturePayment", { data: dataOf(paid) })).toEqual({ data: dataOf(paid) })
      expect(shop.sandbox.requests).toHaveLength(asked)
    })
  },

  cancelPayment: () => {
    it("makes the code unpayable", async () => {
      const order = await place()
      await call("cancelPayment", { data: dataOf(order) })
      expect(codesOf(order)).toMatchObject([{ status: "deleted" }])
    })

    it("leaves a paid code as it is", async () => {
      await call("cancelPayment", { data: dataOf(paid) })
      expect(codesOf(paid)).toMatchObject([{ status: "paid" }])
    })
  },

  deletePayment: () => {
    it("makes the code unpayable", async () => {
      const order = await place()
      await call("deletePayment", { data: dataOf(order) })
      expect(codesOf(order)).toMatchObject([{ status: "deleted" }])
    })

    it("has nothing to do for a session without a code", async () => {
      const asked = shop.sandbox.requests.length
      await call("deletePayment", { data: { session_id: "payses_unknown" } })
      expect(shop.sandbox.requests).toHaveLength(asked)
    })
  },

  refundPayment: () => {
    it("makes or records it once for one key, however often it is asked", async () => {
      const input = {
        amount: 10,
        data: dataOf(paid),
        context: { idempotency_key: `refund-of-${paid.id}` },
      }
      await call("refundPayment", input)
      const { data } = await call("refundPayment", input)
      expect(data.refunds).toMatchObject({ method: gateway.refunds.method, total: "10.00" })
    })

    it("refuses when nothing has been paid", async () => {
      const input = { amount: 10, data: dataOf(waiting) }
      await expect(call("refundPayment", input)).rejects.toThrow(/nothing to refund/)
    })
  },

  retrievePayment: () => {
    it("shows the code as it stands, whatever the session remembers", async () => {
      const { data } = await call("retrievePayment", {
        data: { ...dataOf(paid), voucher: { status: "waiting" } },
      })
      expect(data.voucher).toMatchObject({ cip: voucherOf(paid).cip, status: "paid" })
    })

    it("shows a session without a code as it is", async () => {
      expect(await call("retrievePayment", { data: { other: 1 } })).toEqual({ data: { other: 1 } })
    })
  },

  getPaymentStatus: () => {
    it("follows the code", async () => {
      const statusOf = async (data: object) => (await call("getPaymentStatus", { data })).status
      const closed = await place()
      await call("cancelPayment", { data: dataOf(closed) })
      expect([
        await statusOf({ session_id: "payses_unknown" }),
        await statusOf(dataOf(waiting)),
        await statusOf(dataOf(paid)),
        await statusOf(dataOf(closed)),
      ]).toEqual(["pending", "pending_authorization", "captured", "canceled"])
    })
  },

  getWebhookActionAndData: () => {
    const noticeOf = (order: Order) => {
      const code = shop.sandbox.voucher(voucherOf(order).cip)!
      const at = { sandbox: shop.sandbox, storeUrl: shop.store.url }
      return gateway.notice(at, { gatewayId: gateway.gatewayIdOf(code) })
    }
    const actionFor = async (body: string, headers: Record<string, string>) =>
      (await call("getWebhookActionAndData", { rawData: body, headers, data: {} })).action

    it("takes no notice for a payment that the gateway has not confirmed", async () => {
      const { body, headers } = noticeOf(waiting)
      expect(await actionFor(body, headers)).toBe("not_supported")
    })

    it("captures nothing twice", async () => {
      const { body, headers } = noticeOf(paid)
      expect(await actionFor(body, headers)).toBe("not_supported")
    })

    it("has no effect for what nobody signed", async () => {
      const { body } = noticeOf(paid)
      expect(await actionFor(body, {})).toBe("not_supported")
    })
  },
}

describe.each(GATEWAYS)("the provider of $name", (profile) => {
  beforeAll(async () => {
    gateway = profile
    waiting = await place()
    paid = await placePaid()
  })

  describe.each(Object.entries(METHODS))("%s", (_, tests) => tests())
})
