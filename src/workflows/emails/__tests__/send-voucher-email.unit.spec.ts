import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { resolveOptions, type OptionsInput } from "../../../config"
import { PAGOEFECTIVO_MODULE } from "../../../modules/pagoefectivo"
import { sendVoucherEmail } from "../send-voucher-email"

const KEYS = { accessKey: "AKown", secretKey: "SKown", serviceId: 1 }
const KINDS = ["issued", "expiring", "paid", "expired", "refunded"] as const
const NOON = "2026-10-12T17:00:00.000Z"

interface HandedOver {
  template: string
  content?: { subject: string }
  data: { subject: string; cip: string }
}

/** A store with one order and its code, of which only the outside is not real. */
function storeWith(
  emails: OptionsInput["emails"],
  { provider = true, orderStatus = "pending" } = {},
) {
  const handedOver: HandedOver[] = []
  const noted: string[] = []
  const voucher = {
    id: "pevou_1",
    token: "token",
    order_id: "order_1",
    cip: "2523136",
    status: "waiting",
    amount_centimos: 6990,
    currency_code: "pen",
    expires_at: NOON,
  }
  const refund = { amount_centimos: 3000, transferred_at: NOON, reference: "0042-77" }
  const services: Record<string, unknown> = {
    [PAGOEFECTIVO_MODULE]: {
      options: resolveOptions({ ...KEYS, emails }, {}),
      settings: { lastKnown: () => Promise.resolve([]) },
      hasNotificationProvider: () => Promise.resolve(provider),
      retrieveVoucher: () => Promise.resolve(voucher),
      retrieveRefund: () => Promise.resolve(refund),
      note: (_id: string, { kind }: { kind: string }) => Promise.resolve(noted.push(kind)),
    },
    [Modules.NOTIFICATION]: {
      createNotifications: (mail: HandedOver) => Promise.resolve(handedOver.push(mail)),
    },
    [ContainerRegistrationKeys.QUERY]: {
      graph: () =>
        Promise.resolve({
          data: [{ email: "a@b.pe", display_id: 7, name: "Tienda", status: orderStatus }],
        }),
    },
  }
  const container = { resolve: (name: string) => services[name] } as unknown as MedusaContainer
  const send = (kind: (typeof KINDS)[number]) =>
    sendVoucherEmail(container, {
      voucherId: voucher.id,
      kind,
      ...(kind === "refunded" && { refundId: "peref_1" }),
    })
  return { send, handedOver, noted }
}

describe.each(KINDS)("the mail %s", (kind) => {
  it("is the ready one by default", async () => {
    const { send, handedOver, noted } = storeWith({})
    expect(await send(kind)).toBe("sent")
    expect(handedOver).toHaveLength(1)
    expect(handedOver[0]?.template).toBe(`pagoefectivo_voucher_${kind}`)
    expect(handedOver[0]?.content?.subject).toBe(handedOver[0]?.data.subject)
    expect(noted).toEqual([`email_${kind}`])
  })

  it("alone is switched off, and no other with it", async () => {
    const { send, handedOver, noted } = storeWith({ [kind]: false })
    for (const each of KINDS) {
      expect(await send(each)).toBe(each === kind ? "switched_off" : "sent")
    }
    const others = KINDS.filter((each) => each !== kind)
    expect(handedOver.map(({ template }) => template)).toEqual(
      others.map((each) => `pagoefectivo_voucher_${each}`),
    )
    expect(noted).toEqual(others.map((each) => `email_${each}`))
  })

  it("is left to the provider's template, with the same data", async () => {
    const ready = storeWith({})
    const own = storeWith({ [kind]: { template: "d-123" } })
    await ready.send(kind)
    await own.send(kind)
    expect(own.handedOver[0]).toMatchObject({ template: "d-123", content: undefined })
    expect(Object.keys(own.handedOver[0]?.data ?? {})).toEqual(
      Object.keys(ready.handedOver[0]?.data ?? {}),
    )
    expect(own.handedOver[0]?.data).toMatchObject({ cip: "2523136" })
  })

  it("asks nobody to pay for a cancelled order", async () => {
    const { send, handedOver } = storeWith({}, { orderStatus: "canceled" })
    const asksToPay = kind === "issued" || kind === "expiring"
    expect(await send(kind)).toBe(asksToPay ? "order_canceled" : "sent")
    expect(handedOver).toHaveLength(asksToPay ? 0 : 1)
  })

  it("is not tried without an e-mail provider", async () => {
    const { send, handedOver, noted } = storeWith({}, { provider: false })
    expect(await send(kind)).toBe("no_provider")
    expect([handedOver, noted]).toEqual([[], []])
  })
})
