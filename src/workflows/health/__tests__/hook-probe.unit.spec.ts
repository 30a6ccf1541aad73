import { createServer, type RequestListener, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { resolveOptions } from "../../../config"
import { signTestNotification } from "../../../sandbox"
import { answerProbe, PROBE_HEADER, probeHook } from "../hook-probe"

const KEYS = { accessKey: "AKown", secretKey: "SKown", serviceId: 1 }
const entryOf = (keys: typeof KEYS) => resolveOptions(keys, {}).entries[0]!
const entry = entryOf(KEYS)
const QUESTION = "0123456789abcdef0123456789abcdef"

let server: Server | undefined
afterEach(() => new Promise<unknown>((resolve) => (server ? server.close(resolve) : resolve(0))))

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener)
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/payment/x`
}

const answering =
  (keys: typeof KEYS): RequestListener =>
  (req, res) => {
    res.setHeader(PROBE_HEADER, answerProbe(entryOf(keys), req.headers[PROBE_HEADER]) ?? "none")
    res.writeHead(204).end()
  }

describe("the store's question to its own hook", () => {
  it("is answered by a store with the same keys, and by no other", async () => {
    expect(await probeHook(await serve(answering(KEYS)), entry)).toEqual({ outcome: "answered" })
    await new Promise((resolve) => server?.close(resolve))
    const other = await serve(answering({ ...KEYS, secretKey: "SKother" }))
    expect(await probeHook(other, entry)).toEqual({ outcome: "other", status: 204 })
  })

  it("tells another server, a redirect and silence apart", async () => {
    const elsewhere = await serve((_, res) => void res.writeHead(302, { location: "/" }).end())
    expect(await probeHook(elsewhere, entry)).toEqual({ outcome: "other", status: 302 })
    await new Promise((resolve) => server?.close(resolve))
    server = undefined
    expect(await probeHook(elsewhere, entry)).toEqual({
      outcome: "no_answer",
      code: "ECONNREFUSED",
    })
    expect(await probeHook("http://no-such-host.invalid/x", entry)).toMatchObject({
      outcome: expect.stringMatching(/unknown_host|no_answer/),
    })
  })

  it("is answered to nothing else, and the answer signs no notice", () => {
    for (const question of [undefined, "", "A".repeat(32), `${QUESTION}0`, [QUESTION]]) {
      expect(answerProbe(entry, question)).toBeUndefined()
    }
    expect(answerProbe(entry, QUESTION)).not.toBe(signTestNotification(QUESTION, KEYS.secretKey))
  })
})
