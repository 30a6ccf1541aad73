import { SANDBOX_KEYS, signTestNotification } from "../../src/sandbox"
import { BOOT_TIMEOUT_MS, bootShop, type BootedShop } from "../support/booted-shop"

const SECRET = "SKsecret-that-must-never-be-printed"

async function refusalOf(env: Record<string, string | undefined>): Promise<string> {
  try {
    const shop = await bootShop({ env })
    await shop.close()
  } catch (error) {
    return String(error)
  }
  throw new Error("The store started although its options are wrong")
}

describe("a store with wrong options", () => {
  it("does not start, names each option with what was found and what is allowed", async () => {
    const refusal = await refusalOf({
      PAGOEFECTIVO_ENVIRONMENT: "staging",
      PAGOEFECTIVO_SERVICE_ID: "",
      PAGOEFECTIVO_VOUCHER_HOURS: "0",
      PAGOEFECTIVO_SECRET_KEY: SECRET.repeat(10),
    })
    expect(refusal).toContain("PagoEfectivo is not set up correctly")
    expect(refusal).toContain(
      `option "environment" (environment: PAGOEFECTIVO_ENVIRONMENT): found "staging"; allowed: "sandbox" or "production"`,
    )
    expect(refusal).toContain(
      `option "serviceId" (environment: PAGOEFECTIVO_SERVICE_ID): found nothing; allowed: a number`,
    )
    expect(refusal).toContain(
      `option "voucherHours" (environment: PAGOEFECTIVO_VOUCHER_HOURS): found 0; allowed: 1 or more`,
    )
    expect(refusal).toContain(`found a text of 350 characters; allowed: at most 200 characters`)
    expect(refusal).not.toContain(SECRET)
  })

  it("does not start in production with test hosts or the sandbox's keys", async () => {
    const refusal = await refusalOf({ PAGOEFECTIVO_ENVIRONMENT: "production" })
    expect(refusal).toContain(`option "baseUrl": found the local host "127.0.0.1" in production`)
    expect(refusal).toContain(`option "accessKey": found the sandbox's well-known key`)
    expect(refusal).toContain(`option "secretKey": found the sandbox's well-known key`)
    expect(refusal).not.toContain(SANDBOX_KEYS.secretKey)
  })
})

describe("a store with options written in its configuration", () => {
  let shop: BootedShop

  beforeAll(async () => {
    shop = await bootShop({
      options: {
        accessKey: "AKsomebody-elses-key",
        voucherHours: 48,
        maximumAmount: "100.00",
        webhook: { allowedIps: ["203.0.113.0/24", "2001:db8::1"] },
      },
    })
  }, BOOT_TIMEOUT_MS)

  afterAll(() => shop?.close())

  it("refuses an amount above the maximum when the session is made", async () => {
    const cart = await shop.shopper.fillCart({ quantity: 2 })
    const { status, body } = await shop.shopper.choosePagoEfectivo(cart.id)
    expect(status).toBe(400)
    expect(body).toMatchObject({
      type: "invalid_data",
      code: "amount_too_large",
      message:
        "A PagoEfectivo code may cost at most 100.00 PEN; this payment is over 149.80 PEN. [amount_too_large]",
    })
  })

  it("tells storefronts the maximum, so that they don't offer what can't be paid", async () => {
    const { body } = await shop.shopper.call<{ limits: unknown[] }>("/store/pagoefectivo/limits")
    const limit = { minimum_amount: "0.01", maximum_amount: "100.00" }
    expect(body.limits).toEqual([
      { provider_id: "pp_pagoefectivo_pagoefectivo", currency_code: "pen", ...limit },
      { provider_id: "pp_pagoefectivo_pagoefectivo", currency_code: "usd", ...limit },
    ])
  })

  it("says that the keys are wrong when the gateway refuses them, and keeps the cart", async () => {
    const cart = await shop.shopper.fillCart()
    await shop.shopper.choosePagoEfectivo(cart.id)
    const { status, body } = await shop.shopper.complete(cart.id)
    expect(status).toBe(200)
    expect(body).toMatchObject({ type: "cart", error: { type: "payment_authorization_error" } })
    expect(body.error?.message).toContain("[credentials_refused]")
    expect(shop.sandbox.vouchers()).toEqual([])
  })

  it.each([
    ["an address of a listed range", "203.0.113.77", 200],
    ["the same in IPv6 form", "::ffff:203.0.113.77", 200],
    ["a listed address", "2001:db8::1", 200],
    ["any other address", "198.51.100.7", 401],
    ["no address that can be read", "nonsense", 401],
  ])("takes notices from its address list only: %s", async (_, address, expected) => {
    const before = await refused()
    const body = `{"eventType":"cip.noted","operationNumber":"${address}"}`
    const response = await fetch(shop.store.webhookUrl, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "pe-signature": signTestNotification(body, SANDBOX_KEYS.secretKey),
        "x-forwarded-for": address,
      },
      body,
    })
    expect(response.status).toBe(expected)
    expect(await refused()).toBe(before + (expected === 401 ? 1 : 0))
  })

  async function refused(): Promise<number> {
    const [row] = await shop.database.query<{ count: string | null }>(
      "SELECT sum(count) AS count FROM pagoefectivo_notice_rejection WHERE reason = 'address'",
    )
    return Number(row?.count ?? 0)
  }
})
