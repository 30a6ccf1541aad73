import { execFileSync } from "node:child_process"
import { once } from "node:events"
import { readFileSync } from "node:fs"
import http, { type IncomingMessage, type RequestListener, type ServerResponse } from "node:http"
import https from "node:https"
import type { AddressInfo } from "node:net"
import { inspect } from "node:util"
import { createSettlementSource, settlementSourceSchema } from ".."
import { isPublicAddress } from "../sources/address-guard"
import type { HttpsSourceDeps } from "../sources/https-source"
import { contentOf, impatient, QUICK, temporaryFolder } from "./support/download"

const CONTENT = "external_reference,payment_id\n".repeat(5_000)
const SECRET = "Bearer not-a-real-token"

type Answer = (request: IncomingMessage, response: ServerResponse) => void

interface Served {
  url: string
  answer: Answer
  seen: { url: string; authorization: string | undefined }[]
  close: () => Promise<void>
}

async function serve(
  scheme: "http" | "https",
  create: (listener: RequestListener) => http.Server | https.Server,
): Promise<Served> {
  const served: Served = {
    url: "",
    answer: (_, response) => response.end(CONTENT),
    seen: [],
    close,
  }
  const server = create((request, response) => {
    served.seen.push({ url: request.url ?? "", authorization: request.headers.authorization })
    served.answer(request, response)
  })
  async function close() {
    server.closeAllConnections()
    server.close()
    await once(server, "close")
  }
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  served.url = `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`
  return served
}

function redirectTo(location: string): Answer {
  return (_, response) => response.writeHead(302, { location }).end()
}

describe("a report over HTTPS", () => {
  const folder = temporaryFolder()
  let server: Served
  let other: Served
  let certificate: string

  beforeAll(() => {
    const request = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    const subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    const files = ["-keyout", folder.file("key.pem"), "-out", folder.file("cert.pem")]
    execFileSync("openssl", [...request.split(" "), ...subject, ...files], { stdio: "ignore" })
    certificate = readFileSync(folder.file("cert.pem"), "utf8")
  })

  afterAll(() => folder.remove())

  beforeEach(async () => {
    const key = readFileSync(folder.file("key.pem"))
    server = await serve("https", (listener) =>
      https.createServer({ key, cert: certificate }, listener),
    )
    other = await serve("http", (listener) => http.createServer(listener))
  })

  afterEach(() => Promise.all([server.close(), other.close()]))

  function sourceWith(options: Record<string, unknown> = {}, deps: HttpsSourceDeps = QUICK) {
    return createSettlementSource(
      settlementSourceSchema.parse({
        id: "mp",
        type: "https",
        url: `${server.url}/reports/2026-10.csv?token=abc`,
        headers: { Authorization: SECRET },
        caCertificate: certificate,
        allowPrivateAddresses: true,
        ...options,
      }),
      deps,
    )
  }

  async function fetched(options?: Record<string, unknown>, deps?: HttpsSourceDeps) {
    const source = sourceWith(options, deps)
    const [file] = await source.list()
    if (file === undefined) throw new Error("nothing listed")
    return (await contentOf(source, file)).toString()
  }

  it("downloads with its header over TLS and tells no secret", async () => {
    expect(await fetched()).toBe(CONTENT)
    expect(server.seen).toEqual([{ url: "/reports/2026-10.csv?token=abc", authorization: SECRET }])
    const source = sourceWith()
    const files = await source.list()
    expect(files).toEqual([
      {
        name: "2026-10.csv",
        path: `${server.url}/reports/2026-10.csv`,
        size: null,
        modifiedAt: null,
        key: null,
      },
    ])
    expect(inspect([source, files], { depth: 9, showHidden: true })).not.toMatch(/not-a-real|token/)
  })

  it("does not trust a certificate that nobody vouches for", async () => {
    await expect(fetched({ caCertificate: undefined })).rejects.toMatchObject({
      code: "source_refused",
      message: expect.stringContaining("certificate"),
    })
  })

  it.each([
    [401, "credentials_refused", 1],
    [403, "credentials_refused", 1],
    [404, "file_not_found", 1],
    [204, "source_refused", 1],
    [500, "source_unreachable", 3],
    [429, "source_unreachable", 3],
  ])("names HTTP %i as %s after %i tries", async (status, code, tries) => {
    server.answer = (_, response) => response.writeHead(status).end()
    await expect(fetched()).rejects.toMatchObject({ code })
    expect(server.seen).toHaveLength(tries)
  })

  it.each([
    ["61", 1],
    [new Date(Date.now() + 3_600_000).toUTCString(), 1],
    ["0", 3],
    ["soon", 3],
  ])(
    "leaves a server alone for as long as it asks: Retry-After %s, %i tries",
    async (header, tries) => {
      server.answer = (_, response) => response.writeHead(503, { "retry-after": header }).end()
      const error: unknown = await fetched().catch((caught: unknown) => caught)
      expect(error).toMatchObject({ code: "source_unreachable" })
      expect(server.seen).toHaveLength(tries)
      const pauseMs = (error as { retryAfterMs: number | null }).retryAfterMs
      if (tries === 1) expect(pauseMs).toBeGreaterThan(60_000)
      else expect(pauseMs).toBe(header === "0" ? 0 : null)
    },
  )

  it("succeeds at the second try", async () => {
    server.answer = (_, response) => {
      server.answer = (__, next) => next.end(CONTENT)
      response.writeHead(503).end()
    }
    expect(await fetched()).toBe(CONTENT)
  })

  it("keeps its header with the origin it is meant for when it is redirected", async () => {
    server.answer = redirectTo(`${other.url}/elsewhere`)
    expect(await fetched({ allowHttp: true })).toBe(CONTENT)
    expect(other.seen).toEqual([{ url: "/elsewhere", authorization: undefined }])
    server.answer = (request, response) =>
      request.url === "/moved" ? response.end("moved") : redirectTo("/moved")(request, response)
    expect(await fetched()).toBe("moved")
    expect(server.seen.at(-1)?.authorization).toBe(SECRET)
  })

  it("follows no redirect to plain HTTP, to nowhere, or in circles", async () => {
    server.answer = redirectTo(`${other.url}/elsewhere`)
    await expect(fetched()).rejects.toMatchObject({ code: "address_not_allowed" })
    expect(other.seen).toEqual([])
    server.answer = (_, response) => response.writeHead(302).end()
    await expect(fetched()).rejects.toMatchObject({ code: "source_refused" })
    server.seen.length = 0
    server.answer = redirectTo("/again")
    await expect(fetched()).rejects.toMatchObject({ code: "source_refused" })
    expect(server.seen).toHaveLength(6)
  })

  it("contacts no private address, by number or by name, unless allowed", async () => {
    await expect(fetched({ allowPrivateAddresses: false })).rejects.toMatchObject({
      code: "address_not_allowed",
    })
    const url = server.url.replace("127.0.0.1", "reports.example")
    const resolve: HttpsSourceDeps["resolve"] = (_name, _options, done) =>
      done(null, [
        { address: "8.8.8.8", family: 4 },
        { address: "127.0.0.1", family: 4 },
      ])
    await expect(
      fetched({ url, allowPrivateAddresses: false }, { ...QUICK, resolve }),
    ).rejects.toMatchObject({ code: "address_not_allowed" })
    expect(server.seen).toEqual([])
  })

  it.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "::127.0.0.1",
    "::8.8.8.8",
    "not an address",
  ])("takes %s for no public address", (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each(["8.8.8.8", "2606:4700:4700::1111"])("takes %s for a public address", (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it("notices a download that is shorter than announced", async () => {
    server.answer = (_, response) => {
      response.writeHead(200, { "content-length": String(CONTENT.length + 5) })
      response.write(CONTENT)
      setImmediate(() => response.destroy())
    }
    await expect(fetched()).rejects.toMatchObject({
      code: "truncated_download",
      expectedBytes: CONTENT.length + 5,
    })
  })

  it("notices a chunked download that breaks off", async () => {
    server.answer = (_, response) => {
      response.write(CONTENT)
      setImmediate(() => response.destroy())
    }
    await expect(fetched()).rejects.toMatchObject({ code: "truncated_download" })
  })

  it("gives up on a server that says nothing, and on one that stops in the middle", async () => {
    server.answer = () => undefined
    const silent = fetched({}, impatient("connectTimeoutMs"))
    await expect(silent).rejects.toMatchObject({ code: "source_timeout" })
    expect(server.seen).toHaveLength(3)
    server.answer = (_, response) => void response.write("begin")
    await expect(fetched({}, impatient("idleTimeoutMs"))).rejects.toMatchObject({
      code: "source_timeout",
    })
  })

  it("stops at the byte limit, announced or not", async () => {
    const deps = (maxBytes: number) => ({ ...QUICK, limits: { ...QUICK.limits, maxBytes } })
    expect(await fetched({}, deps(CONTENT.length))).toBe(CONTENT)
    await expect(fetched({}, deps(CONTENT.length - 1))).rejects.toMatchObject({
      code: "file_too_large",
    })
    server.answer = (_, response) => {
      response.write(CONTENT)
      response.end()
    }
    await expect(fetched({}, deps(CONTENT.length - 1))).rejects.toMatchObject({
      code: "file_too_large",
    })
  })

  it("says so when nobody listens", async () => {
    await expect(fetched({ url: "https://127.0.0.1:1/x" })).rejects.toMatchObject({
      code: "source_unreachable",
    })
  })
})
