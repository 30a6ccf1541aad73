import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import path from "node:path"
import type { Addresses } from "../launcher/addresses"
import type { Gateway } from "../launcher/gateway"
import { LOOPBACK } from "../launcher/ports"
import type { Shutdown } from "../launcher/shutdown"
import { voucherStyles } from "../../src/storefront/styles"
import type { SeededShop } from "../seed"
import { bundleVoucher } from "./bundle"

const PUBLIC = path.join(__dirname, "public")

const CONTENT_TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
}

export interface ShopInput {
  addresses: Addresses
  shop: SeededShop
  gateway: Gateway
  shutdown: Shutdown
}

/** Serves the demo's storefront: static files, the voucher component, and where to find the store. */
export async function startShop(input: ShopInput): Promise<void> {
  const { addresses, shop, gateway, shutdown } = input
  const config = JSON.stringify({
    backendUrl: addresses.backendUrl,
    sandboxUrl: gateway.url,
    publishableKey: shop.publishableKey,
    regionId: shop.regionId,
  })
  const made: Record<string, [type: string, body: string]> = {
    "/config.json": ["application/json; charset=utf-8", config],
    "/voucher.js": ["text/javascript; charset=utf-8", await bundleVoucher()],
  }
  const policy = contentSecurityPolicy(addresses.backendUrl)
  const server = createServer((request, response) => {
    response.setHeader("Content-Security-Policy", policy)
    response.setHeader("X-Content-Type-Options", "nosniff")
    response.setHeader("Cache-Control", "no-store")
    const ready = made[request.url ?? ""]
    if (ready) send(response, ready)
    else void sendFile(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(addresses.shopPort, LOOPBACK, resolve)
  })
  shutdown.add("The shop page", async () => {
    server.close()
    server.closeAllConnections()
  })
}

/** Nothing is loaded from elsewhere; only the store is talked to. */
function contentSecurityPolicy(backendUrl: string): string {
  const styles = createHash("sha256").update(voucherStyles).digest("base64")
  return [
    "default-src 'self'",
    `style-src 'self' 'sha256-${styles}'`,
    `connect-src 'self' ${backendUrl}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ")
}

function send(response: ServerResponse, [type, body]: [type: string, body: string]): void {
  response.setHeader("Content-Type", type)
  response.end(body)
}

async function sendFile(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const file = fileFor(request.url ?? "/")
  const type = file && CONTENT_TYPES[path.extname(file)]
  if (!file || !type || !(await isFile(file))) {
    response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" })
    response.end("No encontramos esta página.")
    return
  }
  response.setHeader("Content-Type", type)
  createReadStream(file).pipe(response)
}

/** The file behind an address, or null when it would lie outside the public folder. */
function fileFor(url: string): string | null {
  const { pathname } = new URL(url, "http://shop")
  const file = path.join(PUBLIC, pathname === "/" ? "index.html" : pathname)
  return file.startsWith(PUBLIC + path.sep) ? file : null
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  )
}
