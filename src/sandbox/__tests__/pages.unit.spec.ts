import { createSandbox } from "../index"
import type { Sandbox } from "../index"
import { ApiClient } from "./api-client"

let sandbox: Sandbox
let api: ApiClient

beforeAll(async () => {
  sandbox = await createSandbox()
})
beforeEach(async () => {
  await sandbox.reset()
  api = await new ApiClient(sandbox).login()
})
afterAll(() => sandbox.close())

async function page(cip: string) {
  const response = await fetch(sandbox.voucher(cip)?.url ?? "")
  return { status: response.status, headers: response.headers, text: await response.text() }
}

it("shows a code as PagoEfectivo does", async () => {
  const cip = await api.cip({ amount: 1500.15, dateExpiry: "2099-12-12T15:10:00-05:00" })
  const { status, text, headers } = await page(cip)
  expect(status).toBe(200)
  expect(text).toContain(`<strong class="mono">${cip}</strong>`)
  expect(text).toContain("S/ 1,500.15")
  expect(text).toContain("Sábado 12/12/2099 - 03:10 PM")
  expect(text).toContain("PagoEfectivo Soles")
  expect(text).toContain("Pendiente de pago")
  expect(headers.get("content-security-policy")).toContain("default-src 'none'")
  expect(text).not.toMatch(/(src|href)="https?:/)
})

it("follows the code's state", async () => {
  const [paid, expired] = [await api.cip(), await api.cip({ currency: "USD" })]
  await sandbox.pay(paid, { notice: "none" })
  await sandbox.expire(expired)
  expect((await page(paid)).text).toContain("Pagado")
  const { text } = await page(expired)
  expect(text).toContain("Expirado")
  expect(text).toContain("PagoEfectivo Dólares")
  expect(text).toContain("US$ 69.90")
})

it("escapes what the merchant sent", async () => {
  const cip = await api.cip({ paymentConcept: `<script>alert("x&'")</script>` })
  const { text } = await page(cip)
  expect(text).toContain("&lt;script&gt;alert(&quot;x&amp;&#39;&quot;)&lt;/script&gt;")
  expect(text).not.toContain("<script>alert")
})

it("is gone after a deletion, as a static file would be", async () => {
  const cip = await api.cip()
  await api.call("DELETE", `/cips/${cip}`)
  const { status, text, headers } = await page(cip)
  expect(status).toBe(404)
  expect(headers.get("content-type")).toBe("application/xml")
  expect(text).toContain("<Code>NoSuchKey</Code>")
  expect((await fetch(`${sandbox.url}/unknown.html`)).status).toBe(404)
  expect((await fetch(`${sandbox.url}/elsewhere`)).status).toBe(404)
})

it("plays faults of the page", async () => {
  const cip = await api.cip()
  await sandbox.behave({
    faults: { page: { kind: "answer", status: 503, body: "html", times: 1 } },
  })
  expect((await page(cip)).status).toBe(503)
  expect((await page(cip)).status).toBe(200)
})

it("serves the panel with nothing from outside", async () => {
  const response = await fetch(sandbox.url)
  const html = await response.text()
  expect(response.status).toBe(200)
  expect(html).toContain("PagoEfectivo de prueba")
  expect(html).not.toMatch(/(src|href)="https?:/)
})
