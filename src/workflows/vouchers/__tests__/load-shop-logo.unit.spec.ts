import { once } from "node:events"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import type { MedusaContainer } from "@medusajs/framework/types"
import { PNG } from "pngjs"
import { MAX_LOGO_BYTES, type VoucherView } from "../../../voucher"
import { sampleView } from "../../../voucher/__tests__/sample-view"
import { loadShopLogo } from "../load-shop-logo"

const FILE = PNG.sync.write(new PNG({ width: 8, height: 4 }))

let server: Server
let asked: string[]
let warnings: string[]

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? "")
    if (request.url?.startsWith("/logo")) response.end(FILE)
    else if (request.url?.startsWith("/huge")) response.end(Buffer.alloc(MAX_LOGO_BYTES + 1))
    else if (request.url?.startsWith("/moved")) response.writeHead(302, { location: "/logo" }).end()
    else if (request.url?.startsWith("/page")) response.end("<html>")
    else response.writeHead(404).end()
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
})

afterAll(() => server.close())

beforeEach(() => {
  asked = []
  warnings = []
})

const container = {
  resolve: () => ({ warn: (line: string) => warnings.push(line) }),
} as unknown as MedusaContainer

function view(logoUrl?: string): VoucherView {
  const { port } = server.address() as AddressInfo
  return sampleView({
    pageUrl: `http://127.0.0.1:${port}/pagoefectivo/vouchers/x`,
    shop: { name: "Tienda", ...(logoUrl && { logoUrl }) },
  })
}

describe("the logo for the PDF", () => {
  it("is asked for once, however many vouchers come at once and later", async () => {
    const load = () => loadShopLogo(container, view("/logo.png"))
    const [first, second] = await Promise.all([load(), load()])
    expect(first).toMatchObject({ width: 8, height: 4 })
    expect([second, await load()]).toEqual([first, first])
    expect(asked).toEqual(["/logo.png"])
  })

  it("may be a data: URI", async () => {
    const uri = `data:image/png;base64,${FILE.toString("base64")}`
    expect(await loadShopLogo(container, view(uri))).toMatchObject({ width: 8, height: 4 })
    expect(warnings).toEqual([])
  })

  it.each([
    ["/none.png", "answered 404, expected an image"],
    ["/huge.png", `found more than ${MAX_LOGO_BYTES} bytes`],
    ["/moved.png", "fetch failed"],
    ["/page.png", "found neither a PNG nor a JPEG file"],
    ["data:image/svg+xml,<svg/>", "found neither a PNG nor a JPEG file"],
  ])("is left out and the log says why, once: %s", async (logoUrl, reason) => {
    const load = () => loadShopLogo(container, view(logoUrl))
    expect([await load(), await load()]).toEqual([undefined, undefined])
    expect(warnings).toEqual([expect.stringContaining(reason)])
    expect(asked.length).toBeLessThanOrEqual(1)
  })

  it("is never asked for at another host", async () => {
    const elsewhere = `http://localhost:${(server.address() as AddressInfo).port}/logo.png`
    expect(await loadShopLogo(container, view(elsewhere))).toBeUndefined()
    expect(await loadShopLogo(container, view())).toBeUndefined()
    expect([asked, warnings]).toEqual([[], []])
  })
})
