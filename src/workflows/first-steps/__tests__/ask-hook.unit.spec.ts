import { once } from "node:events"
import http from "node:http"
import type { AddressInfo } from "node:net"
import { networkFailure } from "../../health/network-failure"
import { askHook } from "../ask-hook"
import { FIRST_STEPS_LIMITS as LIMITS } from "../limits"

const NOTICE = { query: { "data.id": "secret" }, headers: { "x-signature": "s" }, body: "{}" }
const SHORT_MS = 200

let server: http.Server
let origin: string
let handle: http.RequestListener
let asked: { method?: string; url?: string; signature?: string; body: string }[]

beforeAll(async () => {
  server = http.createServer((request, response) => handle(request, response))
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

beforeEach(() => {
  asked = []
})

afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await once(server, "close")
})

/** Answers so, and writes down what was asked. */
function answers(status: number, body = "", headers: http.OutgoingHttpHeaders = {}): void {
  handle = (request, response) => {
    const chunks: Buffer[] = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      const { method, url } = request
      const signature = request.headers["x-signature"] as string
      asked.push({ method, url, signature, body: Buffer.concat(chunks).toString() })
      response.writeHead(status, headers).end(body)
    })
  }
}

describe("askHook", () => {
  it("posts the notice with its query and headers, beside a query of the address", async () => {
    answers(200)
    await askHook(`${origin}/hooks/payment/x?source_news=webhooks`, NOTICE)
    expect(asked).toEqual([
      {
        method: "POST",
        url: "/hooks/payment/x?source_news=webhooks&data.id=secret",
        signature: "s",
        body: "{}",
      },
    ])
  })

  it("follows no redirect, and says where it leads without the query", async () => {
    answers(308, "", { location: `/elsewhere?data.id=secret` })
    expect(await askHook(origin, NOTICE)).toEqual({
      answered: true,
      status: 308,
      location: `${origin}/elsewhere`,
      code: null,
    })
    expect(asked).toHaveLength(1)
  })

  it.each([
    ['{"type":"unauthorized","code":"address"}', "address"],
    ['{"code":7}', null],
    ["<html>", null],
    ["", null],
    [`{"code":"address","x":"${"y".repeat(LIMITS.maxAnswerBytes)}"}`, null],
  ])("reads the reason of a refusal from %.45s", async (body, code) => {
    answers(401, body)
    expect(await askHook(origin, NOTICE)).toMatchObject({ status: 401, code })
  })

  it("gives up on an answer that does not come, or does not end", async () => {
    handle = () => undefined
    expect(await askHook(origin, NOTICE, SHORT_MS)).toMatchObject({ outcome: "timeout" })
    handle = (_, response) => void response.writeHead(200).write("a")
    expect(await askHook(origin, NOTICE, SHORT_MS)).toMatchObject({ outcome: "timeout" })
  })

  it("tells a connection that nobody takes from encryption that fails", async () => {
    const closed = http.createServer().listen(0, "127.0.0.1")
    await once(closed, "listening")
    const { port } = closed.address() as AddressInfo
    closed.close()
    await once(closed, "close")
    expect(await askHook(`http://127.0.0.1:${port}`, NOTICE)).toEqual({
      answered: false,
      outcome: "no_answer",
      code: "ECONNREFUSED",
    })
    handle = (request) => request.socket.destroy()
    expect(await askHook(origin, NOTICE)).toMatchObject({ outcome: "no_answer" })
    const encrypted = origin.replace("http:", "https:")
    expect(await askHook(encrypted, NOTICE)).toMatchObject({ outcome: "certificate" })
  })
})

describe("networkFailure", () => {
  it.each([
    ["ENOTFOUND", "unknown_host"],
    ["CERT_HAS_EXPIRED", "certificate"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "certificate"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "certificate"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "certificate"],
    ["UND_ERR_CONNECT_TIMEOUT", "timeout"],
    ["EHOSTUNREACH", "no_answer"],
  ])("%s is %s", (code, outcome) => {
    const error = Object.assign(new TypeError("fetch failed"), { cause: { code } })
    expect(networkFailure(error)).toEqual({ outcome, code })
  })

  it("names what it does not know", () => {
    expect(networkFailure(new TypeError("x"))).toEqual({ outcome: "no_answer", code: "TypeError" })
    expect(networkFailure(null)).toEqual({ outcome: "no_answer", code: "unknown" })
  })
})
