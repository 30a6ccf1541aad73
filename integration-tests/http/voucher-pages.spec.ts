import { MODULE_LIMITS } from "../../src/modules/pagoefectivo/limits"
import type { AdminHealth } from "../../src/http-types"
import { Admin } from "../support/admin"
import { eventually } from "../support/eventually"
import { bootShop, BOOT_TIMEOUT_MS, type BootedShop } from "../support/booted-shop"
import { http, type Order, type Voucher } from "../support/shopper"

interface StoreVoucher {
  cip: string
  status: string
  amount: string
  currency_code: string
  expires_at: string
  order_display_id: number | null
  company_name: string
  service_name: string
  first_name: string
  page_url: string
  server_time: string
}

interface Placed {
  order: Order
  voucher: Voucher
  token: string
  path: string
}

let shop: BootedShop
/** For tests that only look at a code. */
let waiting: Placed

beforeAll(async () => {
  shop = await bootShop({
    options: {
      shopName: "Bodega Doña Peta",
      storeUrl: "https://tienda.example",
      voucherDeadline: "end-of-day",
    },
  })
  waiting = await placed()
}, BOOT_TIMEOUT_MS)

afterAll(() => shop?.close())

afterEach(() => shop.sandbox.behave({ down: false, noticesSuppressed: false }))

function tokenOf(voucher: Voucher): string {
  return voucher.page_url.split("/").at(-1) ?? ""
}

async function placed(): Promise<Placed> {
  const { order, voucher } = await shop.shopper.placeOrder()
  const token = tokenOf(voucher)
  return { order, voucher, token, path: `/store/pagoefectivo/vouchers/${token}` }
}

/** Each test comes from an address of its own, so that one does not use up another's checks. */
let lastHost = 0
function ownAddress(): Record<string, string> {
  return { "x-forwarded-for": `203.0.113.${++lastHost}` }
}

describe("a deadline at the end of a day", () => {
  it("is what the gateway was told and what the shopper reads", () => {
    const { expires_at } = waiting.voucher
    expect(expires_at).toMatch(/T04:59:59\.000Z$/)
    const hours = (Date.parse(expires_at) - Date.now()) / 3_600_000
    expect(hours).toBeGreaterThan(23.9)
    expect(hours).toBeLessThan(48)
    expect(shop.sandbox.voucher(waiting.voucher.cip)?.expiresAt).toBe(expires_at)
  })
})

describe("the store route", () => {
  it("answers the code, the amount and the payer's first name, and nothing else about the payer", async () => {
    const { order, voucher, path } = waiting
    const { status, body, headers } = await shop.shopper.call<{ voucher: StoreVoucher }>(path)
    expect(status).toBe(200)
    expect(headers.get("cache-control")).toBe("no-store")
    expect(body.voucher).toMatchObject({
      cip: voucher.cip,
      status: "waiting",
      amount: "79.90",
      currency_code: "pen",
      expires_at: voucher.expires_at,
      order_display_id: order.display_id,
      company_name: "PagoEfectivo",
      service_name: "PagoEfectivo Soles",
      first_name: "María José",
      page_url: voucher.page_url,
    })
    expect(Math.abs(Date.parse(body.voucher.server_time) - Date.now())).toBeLessThan(60_000)
    const text = JSON.stringify(body)
    for (const secret of ["Ñahui", "987654321", "example.pe", "Unión"]) {
      expect(text).not.toContain(secret)
    }
  })

  it("wants the publishable key, as every store route", async () => {
    const { path } = waiting
    expect((await http(`${shop.store.url}${path}`)).status).toBe(400)
  })

  it("gives an unknown, a cut and a very long token the same 404", async () => {
    const { token } = waiting
    const last = token.endsWith("A") ? "B" : "A"
    const others = [
      `${token.slice(0, -1)}${last}`,
      token.slice(0, -1),
      `${token}A`,
      "x".repeat(4_000),
      "%00",
      "'%20OR%20true--",
    ]
    for (const other of others) {
      for (const init of [{}, { method: "POST", path: "/check" }]) {
        const answer = await shop.shopper.call(
          `/store/pagoefectivo/vouchers/${other}${"path" in init ? init.path : ""}`,
          init,
        )
        expect([other.slice(0, 40), answer.status, answer.body]).toEqual([
          other.slice(0, 40),
          404,
          { type: "not_found", message: "Not found" },
        ])
        expect(answer.headers.get("cache-control")).toBe("no-store")
      }
    }
  })
})

describe('"Ya pagué"', () => {
  it("asks the gateway now and finds a payment that no notice announced", async () => {
    const { order, voucher, path } = await placed()
    await shop.sandbox.behave({ noticesSuppressed: true })
    await shop.sandbox.pay(voucher.cip)
    const { status, body } = await shop.shopper.call<{ voucher: StoreVoucher }>(`${path}/check`, {
      method: "POST",
      headers: ownAddress(),
    })
    expect([status, body.voucher.status]).toEqual([200, "paid"])
    expect((await shop.shopper.order(order.id)).payment_status).toBe("captured")
  })

  it("says that it does not know, not that it is unpaid, when the gateway is down", async () => {
    const { path } = waiting
    await shop.sandbox.behave({ down: "reset" })
    const { status, body, headers } = await shop.shopper.call<{ code: string }>(`${path}/check`, {
      method: "POST",
      headers: ownAddress(),
    })
    expect([status, body.code]).toEqual([503, "payment_unknown"])
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0)
    expect(JSON.stringify(body)).not.toMatch(/unpaid|not paid|waiting/i)
  })

  it("takes six a minute for one code, then 429 with the wait", async () => {
    const { path } = await placed()
    const other = await placed()
    const check = (where: string) =>
      shop.shopper.call(`${where}/check`, { method: "POST", headers: ownAddress() })
    // At once, as an impatient thumb or two instances would.
    const first = await Promise.all(
      Array.from({ length: MODULE_LIMITS.checksPerToken + 3 }, () => check(path)),
    )
    const count = (status: number) => first.filter((answer) => answer.status === status).length
    expect([count(200), count(429)]).toEqual([MODULE_LIMITS.checksPerToken, 3])
    const refused = await check(path)
    expect(refused.status).toBe(429)
    const wait = Number(refused.headers.get("retry-after"))
    expect(wait).toBeGreaterThanOrEqual(1)
    expect(wait).toBeLessThanOrEqual(MODULE_LIMITS.checkWindowSeconds)
    expect((await check(other.path)).status).toBe(200)
  })

  it("takes thirty a minute from one address, whatever the codes", async () => {
    const address = ownAddress()
    const codes = await Promise.all([placed(), placed(), placed(), placed(), placed(), placed()])
    const statuses: number[] = []
    for (const { path } of codes) {
      const answers = await Promise.all(
        Array.from({ length: MODULE_LIMITS.checksPerToken }, () =>
          shop.shopper.call(`${path}/check`, { method: "POST", headers: address }),
        ),
      )
      statuses.push(...answers.map(({ status }) => status))
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(MODULE_LIMITS.checksPerAddress)
    expect(statuses.filter((status) => status === 429)).toHaveLength(
      codes.length * MODULE_LIMITS.checksPerToken - MODULE_LIMITS.checksPerAddress,
    )
  })

  it("is free again a minute later, and forgets whom it counted", async () => {
    const { path } = await placed()
    const check = () =>
      shop.shopper.call(`${path}/check`, { method: "POST", headers: ownAddress() })
    await Promise.all(Array.from({ length: MODULE_LIMITS.checksPerToken }, check))
    expect((await check()).status).toBe(429)
    await shop.database.query(
      `UPDATE pagoefectivo_rate_limit SET expires_at = expires_at - interval '61 seconds',
         taken = (SELECT array_agg(t - interval '61 seconds') FROM unnest(taken) t)`,
    )
    expect((await check()).status).toBe(200)
    await check()
    const [left] = await shop.database.query<{ count: string }>(
      "SELECT count(*) FROM pagoefectivo_rate_limit WHERE expires_at < now()",
    )
    expect(Number(left?.count)).toBeLessThan(MODULE_LIMITS.checkSweepBatch)
  })
})

describe("the voucher page", () => {
  const page = (address: string, init: Parameters<typeof fetch>[1] = {}) =>
    fetch(address, { redirect: "manual", ...init })

  it("shows the code without any key, in Spanish, or in English where asked", async () => {
    const { order, voucher } = waiting
    const answer = await page(voucher.page_url)
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8")
    expect(answer.headers.get("cache-control")).toBe("no-store")
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'")
    expect(html).toContain('lang="es-PE"')
    expect(html).toContain("Bodega Doña Peta")
    expect(html.replace(/\s/g, " ")).toContain("S/ 79.90")
    expect(html).toContain(String(order.display_id))
    expect(await (await page(`${voucher.page_url}?lang=en`)).text()).toContain('lang="en"')
  })

  it("has the same as a PDF beside it", async () => {
    const { voucher } = waiting
    const answer = await page(`${voucher.page_url}.pdf`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(answer.headers.get("content-type")).toBe("application/pdf")
    expect(answer.headers.get("cache-control")).toBe("no-store")
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-")
  })

  it("has its deadline as a calendar file beside it, while there is something to pay", async () => {
    const { token, voucher } = await placed()
    const address = `${shop.store.url}/pagoefectivo/vouchers/${token}.ics`
    const file = await fetch(address)
    expect(file.headers.get("content-type")).toBe("text/calendar; charset=utf-8")
    expect(file.headers.get("content-disposition")).toContain(`pagoefectivo-${voucher.cip}.ics`)
    expect(await file.text()).toContain("DTSTART:" + voucher.expires_at.replace(/[-:]|\.000/g, ""))
    await shop.sandbox.pay(voucher.cip)
    const paid = await eventually(
      () => fetch(address),
      ({ headers }) => headers.get("content-type")?.startsWith("text/html") === true,
      { what: "the page in place of the file" },
    )
    expect([paid.status, paid.url]).toEqual([200, `${voucher.page_url}?lang=es`])
    expect((await fetch(address.replace(token, "x".repeat(22)))).status).toBe(404)
  })

  it("answers an unknown token with a page that tells nothing", async () => {
    for (const token of ["A".repeat(32), "short", "A".repeat(32) + ".pdf"]) {
      const answer = await page(`${shop.store.url}/pagoefectivo/vouchers/${token}`)
      expect([answer.status, answer.headers.get("content-type")]).toEqual([
        404,
        "text/html; charset=utf-8",
      ])
    }
  })

  it("follows its status without a key", async () => {
    const { voucher } = waiting
    const { body } = await http<{ voucher: StoreVoucher }>(`${voucher.page_url}/status`)
    expect(body.voucher).toMatchObject({ cip: voucher.cip, status: "waiting" })
  })

  it("leads back to itself after a check without JavaScript, and says how it ended", async () => {
    const { voucher } = waiting
    const submit = (lang: string) =>
      page(`${voucher.page_url}/check`, {
        method: "POST",
        body: new URLSearchParams({ lang }),
        headers: { accept: "text/html,application/xhtml+xml", ...ownAddress() },
      })
    const answered = await submit("en")
    expect(answered.status).toBe(303)
    const target = new URL(answered.headers.get("location") ?? "", `${voucher.page_url}/check`)
    expect(target.href).toBe(`${voucher.page_url}?lang=en&check=still_waiting#check`)
    expect((await page(target.href)).status).toBe(200)
    await shop.sandbox.behave({ down: "reset" })
    expect((await submit("es")).headers.get("location")).toContain("check=failed")
  })

  it("answers a check of its script with JSON", async () => {
    const { voucher } = waiting
    const { status, body } = await http<{ voucher: StoreVoucher }>(`${voucher.page_url}/check`, {
      method: "POST",
      headers: { accept: "application/json", ...ownAddress() },
    })
    expect([status, body.voucher.status]).toEqual([200, "waiting"])
  })

  it("closes at the deadline, before any job has run", async () => {
    const { voucher, path } = await placed()
    await shop.database.query(
      "UPDATE pagoefectivo_voucher SET expires_at = now() - interval '1 second' WHERE id = $1",
      [voucher.id],
    )
    const { body } = await shop.shopper.call<{ voucher: StoreVoucher }>(path)
    expect(body.voucher.status).toBe("expired")
    expect(await (await page(voucher.page_url)).text()).toContain("https://tienda.example")
  })

  it("outlives its order, and can still be asked about", async () => {
    const { order, voucher, path } = await placed()
    await shop.database.query('UPDATE "order" SET deleted_at = now() WHERE id = $1', [order.id])
    const { body, status } = await shop.shopper.call<{ voucher: StoreVoucher }>(path)
    expect([status, body.voucher.order_display_id, body.voucher.cip]).toEqual([
      200,
      null,
      voucher.cip,
    ])
    const html = await (await page(voucher.page_url)).text()
    expect(html).toContain(voucher.cip)
    expect(html).not.toContain(`Pedido ${order.display_id}`)
    expect((await page(`${voucher.page_url}.pdf`)).status).toBe(200)
    const check = () =>
      shop.shopper.call<{ voucher: StoreVoucher }>(`${path}/check`, {
        method: "POST",
        headers: ownAddress(),
      })
    const asked = await check()
    expect([asked.status, asked.body.voucher.status]).toEqual([200, "waiting"])
  })
})

describe("a store without an e-mail provider", () => {
  it("sells all the same, tries no mail, and says in health what shoppers miss", async () => {
    await shop.store.runJob("send-emails")
    const [mails] = await shop.database.query<{ count: string }>(
      "SELECT count(*) FROM notification WHERE channel = 'email'",
    )
    expect([waiting.voucher.status, mails?.count]).toEqual(["waiting", "0"])
    expect(shop.store.log()).not.toMatch(/email-voucher|mail of voucher/)
    const admin = await Admin.logIn(shop.store)
    const { health } = await admin.must<{ health: AdminHealth }>("/admin/pagoefectivo/health")
    expect(health.checks.find(({ id }) => id === "email")).toMatchObject({
      state: "warning",
      message: "No e-mail provider is installed: shoppers get no mail with their code.",
    })
  })
})
