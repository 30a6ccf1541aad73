import { once } from "node:events"
import { connect } from "node:net"
import { setImmediate as turn } from "node:timers/promises"
import { createSandbox, SandboxUsageError } from "../index"
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

async function causeOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => null,
    (reason: { cause?: { code?: string } }) => reason,
  )
  return error?.cause?.code ?? "no error"
}

it.each([
  ["vendor JSON", { status: 500 }, "application/json", /"code":166/],
  ["HTML", { status: 502, body: "html" }, "text/html", /^<!doctype html>/],
  ["nothing", { status: 500, body: "empty" }, null, /^$/],
  ["a text of one's own", { status: 200, text: "{", contentType: "text/x" }, "text/x", /^{$/],
  ["401", { status: 401 }, "application/json", /"code":401/],
] as const)("answers with %s", async (_, fault, type, text) => {
  await sandbox.behave({ faults: { search: { kind: "answer", ...fault } } })
  const answer = await api.search(1)
  expect(answer.status).toBe(fault.status)
  expect(answer.headers.get("content-type")?.split(";")[0] ?? null).toBe(type)
  expect(answer.text).toMatch(text)
})

it("answers 429 with Retry-After for the next calls only", async () => {
  const fault = { kind: "answer", status: 429, retryAfterSeconds: 7, times: 2 } as const
  await sandbox.behave({ faults: { create: fault } })
  const [one, two, three] = [await api.create(), await api.create(), await api.create()]
  expect([one.status, two.status, three.status]).toEqual([429, 429, 201])
  expect(one.headers.get("retry-after")).toBe("7")
  expect((await api.search(1)).status).toBe(200)
})

it("goes on until the fault is taken away, for one operation or all", async () => {
  await sandbox.behave({ faults: { all: { kind: "answer", status: 503 } } })
  expect((await api.search(1)).status).toBe(503)
  expect((await api.create()).status).toBe(503)
  await sandbox.behave({ faults: { all: null } })
  expect((await api.create()).status).toBe(201)
})

it.each([
  [true, 1],
  [false, 0],
])("drops the answer with the effect kept: %s", async (committed, codes) => {
  await sandbox.behave({ faults: { create: { kind: "drop", committed, times: 1 } } })
  expect(await causeOf(api.create())).toBe("UND_ERR_SOCKET")
  expect(sandbox.vouchersOf("ORD-1001")).toHaveLength(codes)
  expect(sandbox.requests.at(-1)).toMatchObject({
    operation: "create",
    status: null,
    fault: "drop",
  })
})

it("keeps the effect and answers with an error", async () => {
  const fault = { kind: "answer", status: 500, committed: true, times: 1 } as const
  await sandbox.behave({ faults: { create: fault } })
  expect((await api.create()).status).toBe(500)
  expect(sandbox.vouchers()).toHaveLength(1)
})

it("hangs until the client gives up", async () => {
  await sandbox.behave({ faults: { create: { kind: "hang", committed: true, times: 1 } } })
  const client = new AbortController()
  const call = fetch(`${sandbox.apiUrl}/cips`, { method: "POST", signal: client.signal })
  while (sandbox.requests.at(-1)?.fault !== "hang") await turn()
  client.abort()
  await expect(call).rejects.toThrow(/abort/i)
})

it("is slow where told", async () => {
  const cip = await api.cip()
  await sandbox.behave({ latencyMs: { delete: 100, all: 50 } })
  const started = performance.now()
  await api.call("DELETE", `/cips/${cip}`)
  expect(performance.now() - started).toBeGreaterThanOrEqual(145)
})

it("is slow nowhere else", async () => {
  const own = await createSandbox({ switches: { latencyMs: { delete: 60_000 } } })
  const client = await new ApiClient(own).login()
  const cip = await client.cip()
  const removal = causeOf(client.call("DELETE", `/cips/${cip}`))
  expect((await client.found(cip)).status).toBe(22)
  await own.close()
  expect(await removal).toBe("UND_ERR_SOCKET")
})

it("breaks connections when down, and only the panel still answers", async () => {
  await sandbox.behave({ down: "reset" })
  expect(await causeOf(api.search(1))).toBe("UND_ERR_SOCKET")
  expect((await fetch(sandbox.url)).status).toBe(200)
  expect((await api.control("behave", { down: false })).status).toBe(200)
  expect((await api.search(1)).status).toBe(200)
})

it("refuses connections and comes back at the same address with its codes", async () => {
  const { url } = sandbox
  const cip = await api.cip()
  await sandbox.behave({ down: "refuse" })
  const socket = connect(Number(new URL(url).port), "127.0.0.1")
  const [refusal] = await once(socket, "error").catch((error: unknown) => [error])
  expect(refusal).toMatchObject({ code: "ECONNREFUSED" })
  await sandbox.behave({ down: false })
  expect(sandbox.url).toBe(url)
  expect((await api.found(cip)).status).toBe(22)
})

it.each([
  [{ strikt: true }, /Unrecognized key.*"strikt"/],
  [{ strict: "yes" }, /strict: .*expected boolean.*found "yes"/],
  [{ latencyMs: { create: -1 } }, /latencyMs\.create: .*found -1/],
  [{ faults: { create: { kind: "explode" } } }, /faults\.create/],
  [{ maximumAmount: "1.234" }, /maximumAmount: .*found "1.234"/],
])("refuses the switches %j", async (switches, message) => {
  const change = sandbox.behave(switches as never)
  await expect(change).rejects.toThrow(SandboxUsageError)
  await expect(change).rejects.toThrow(message)
})

it("comes back at a reset to the switches it was started with", async () => {
  const own = await createSandbox({ switches: { strict: true } })
  await own.behave({ strict: false, faults: { all: { kind: "drop" } } })
  await own.reset()
  expect(own.switches()).toMatchObject({ strict: true, faults: {} })
  await own.close()
})

it.each([
  [{ port: 70_000 }, /port: .*found 70000/],
  [{ webhookUrl: "ftp://shop" }, /webhook must be an http or https address, found "ftp:\/\/shop"/],
  [{ firstCip: 1 }, /firstCip/],
])("refuses the options %j", async (options, message) => {
  await expect(createSandbox(options)).rejects.toThrow(message)
})

it("gives numbers from the one asked for, and never one twice", async () => {
  const own = await createSandbox({ firstCip: 2_523_136 })
  const client = await new ApiClient(own).login()
  expect(await client.cip()).toBe("2523136")
  await own.reset()
  expect(await client.cip()).toBe("2523137")
  await own.close()
})
