import { createSandbox } from "../index"
import type { Sandbox } from "../index"
import { MAX_CONTROL_BODY_BYTES, MAX_CONTROL_PAGE } from "../limits"
import { ApiClient, DAY_MS, type Json } from "./api-client"

let sandbox: Sandbox
let api: ApiClient

beforeAll(async () => {
  sandbox = await createSandbox()
})
beforeEach(async () => {
  await sandbox.reset()
  sandbox.setWebhookUrl(null)
  api = await new ApiClient(sandbox).login()
})
afterAll(() => sandbox.close())

async function answer(path: string, body?: unknown) {
  const response = await api.control(path, body)
  return { status: response.status, json: (await response.json()) as Json } // answers of any shape
}

it("pays, expires and reverses", async () => {
  const [paid, expired] = [await api.cip(), await api.cip()]
  const body = { cip: paid, channel: "agent", amount: "5.00", notice: "none" }
  expect(await answer("pay", body)).toMatchObject({
    status: 200,
    json: {
      voucher: { cip: paid, status: "paid", payments: [{ amount: "5.00", channel: "agent" }] },
    },
  })
  expect((await answer("reverse", { cip: paid })).json.voucher.status).toBe("reversed")
  expect((await answer("expire", { cip: expired })).json.voucher.status).toBe("expired")
  expect(sandbox.deliveries).toEqual([])
})

it("advances the clock, sets the webhook, behaves and resets", async () => {
  const { json } = await answer("clock", { advanceMs: DAY_MS })
  expect(json.clock.aheadMs).toBe(DAY_MS)
  const url = "http://127.0.0.1:9/hook"
  expect((await answer("webhook", { url })).json.webhookUrl).toBe(url)
  expect((await answer("behave", { strict: true })).json.switches.strict).toBe(true)
  expect((await answer("reset", {})).status).toBe(200)
  const state = (await answer("state")).json
  expect(state).toMatchObject({ clock: { aheadMs: 0 }, webhookUrl: url, vouchers: [] })
  expect((await answer("switches")).json.switches.strict).toBe(false)
})

it("sends and releases notices", async () => {
  await answer("behave", { noticesHeld: true })
  expect((await answer("notice", { cip: "7654321" })).status).toBe(202)
  expect((await answer("state")).json.heldNotices).toBe(1)
  expect((await answer("release", {})).json.released).toBe(1)
  expect((await answer("deliveries")).json).toMatchObject({
    count: 1,
    deliveries: [{ cip: "7654321", outcome: "no_webhook" }],
  })
})

it.each([
  ["pay", {}, /Body: cip: .*found nothing/],
  ["pay", { cip: "1" }, /There is no code with the CIP 1/],
  ["pay", { cip: 1 }, /cip: .*expected string.*found 1/],
  ["pay", { cip: "1", amount: "0.00" }, /amount: .*found "0.00"/],
  ["expire", { cip: "1", extra: 1 }, /Unrecognized key.*"extra"/],
  ["clock", { advanceMs: -5 }, /advanceMs: .*found -5/],
  ["webhook", { url: "shop" }, /http or https address, found "shop"/],
  ["behave", { nothing: 1 }, /Unrecognized key.*"nothing"/],
  ["behave", { down: "refuse" }, /closes this very port/],
  ["notice", { cip: "1", copies: 1e9 }, /copies: .*found 1000000000/],
  ["settlement-file", { format: "pdf" }, /format: .*found "pdf"/],
])("refuses POST %s %j with 400", async (path, body, message) => {
  const { status, json } = await answer(path, body)
  expect([status, json.type]).toEqual([400, "invalid_data"])
  expect(json.message).toMatch(message)
})

it("wants JSON of a bounded size and names its routes", async () => {
  const post = (body: string, type: string) =>
    fetch(`${sandbox.url}/_control/reset`, {
      method: "POST",
      headers: { "content-type": type },
      body,
    })
  expect((await post("{", "application/json")).status).toBe(400)
  expect((await post("{}", "text/plain")).status).toBe(400)
  const filler = '"'.padEnd(MAX_CONTROL_BODY_BYTES - 1, "x")
  expect((await post(`${filler}"`, "application/json")).status).toBe(200)
  expect((await post(`${filler}x"`, "application/json")).status).toBe(413)
  const unknown = await answer("dance", {})
  expect(unknown.status).toBe(404)
  expect(unknown.json.message).toMatch(/no control POST dance.*POST pay/)
})

it("lists codes and calls newest first, without what identifies a shopper", async () => {
  const names = { userName: "Rosa", userDocumentNumber: "12345678", transactionCode: "ORD-7" }
  await api.cip(names)
  const newest = await api.cip({ ...names, transactionCode: "ORD-8" })
  const codes = (await answer("vouchers?limit=1")).json
  expect(codes).toMatchObject({ count: 2, limit: 1, vouchers: [{ cip: newest }] })
  expect((await answer("vouchers?q=ORD-7")).json.count).toBe(1)
  const calls = (await answer("requests")).json
  expect(calls.requests[0]).toMatchObject({ operation: "create", status: 201 })
  const told = JSON.stringify([codes, calls])
  expect(told).not.toMatch(/Rosa|rosa@|12345678|999888777/)
  expect(told).not.toContain(sandbox.credentials.accessKey)
  expect(sandbox.requests.at(-1)?.body).toMatchObject({ userName: "Rosa" })
  expect((await answer(`vouchers?limit=${MAX_CONTROL_PAGE}`)).status).toBe(200)
  expect((await answer(`vouchers?limit=${MAX_CONTROL_PAGE + 1}`)).status).toBe(400)
})

it("serves settlement files as downloads", async () => {
  await sandbox.pay(await api.cip(), { notice: "none" })
  const response = await api.control("settlement-file", { format: "standard_csv" })
  expect(response.headers.get("content-disposition")).toMatch(
    /^attachment; filename="liquidacion-\d{4}-\d\d-\d\d\.csv"$/,
  )
  expect(await response.text()).toContain("ORD-1001,")
})
