import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import path from "node:path"
import type { Addresses } from "../launcher/addresses"
import type { Gateway } from "../launcher/gateway"
import { LOOPBACK } from "../launcher/ports"
import type { Shutdown } from "../launcher/shutdown"
import type { SeededShop } from "../seed"

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

/** Serves the demo's storefront: static files, and where to find the store. */
export async function startShop(input: ShopInput): Promise<void> {
  const { addresses, shop, gateway, shutdown } = input
  const config = JSON.stringify({
    backendUrl: addresses.backendUrl,
    sandboxUrl: gateway.url,
    publishableKey: shop.publishableKey,
    regionId: shop.regionId,
  })
  const policy = contentSecurityPolicy(addresses.backendUrl)
  const server = createServer((request, response) => {
    response.setHeader("Content-Security-Policy", policy)
    response.setHeader("X-Content-Type-Options", "nosniff")
    response.setHeader("Cache-Control", "no-store")
    if (request.url === "/config.json") return sendJson(response, config)
    void sendFile(request, response)
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
  return `default-src 'self'; connect-src 'self' ${backendUrl}; base-uri 'none'; frame-ancestors 'none'`
}

function sendJson(response: ServerResponse, body: string): void {
  response.setHeader("Content-Type", "application/json; charset=utf-8")
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
