import { once } from "node:events"
import http from "node:http"
import type { AddressInfo } from "node:net"

/** What stands before a store at its public address: passes on, answers by itself, or is shut. */
export interface FrontDoor {
  url: string
  /** Hands everything on to the store. */
  leadTo(storeUrl: string): void
  /** Answers every request so, and hands nothing on. */
  answer(status: number, body?: string, headers?: Record<string, string>): void
  /** Hands everything on, and answers so whatever the store says. */
  distort(storeUrl: string, status: number): void
  /** Takes no connections any more, until it is told otherwise. */
  shut(): Promise<void>
  open(): Promise<void>
  close(): Promise<void>
}

export async function openFrontDoor(): Promise<FrontDoor> {
  let handle: http.RequestListener = (_, response) => void response.writeHead(503).end()
  const server = http.createServer((request, response) => handle(request, response))
  const listen = async (port: number) => {
    server.listen(port, "127.0.0.1")
    await once(server, "listening")
    return (server.address() as AddressInfo).port
  }
  const port = await listen(0)
  const shut = async () => {
    if (!server.listening) return
    server.closeAllConnections()
    server.close()
    await once(server, "close")
  }
  return {
    url: `http://127.0.0.1:${port}`,
    leadTo: (storeUrl) => {
      handle = (request, response) => void passOn(request, response, storeUrl)
    },
    answer: (status, body = "", headers = {}) => {
      handle = (_, response) => void response.writeHead(status, headers).end(body)
    },
    distort: (storeUrl, status) => {
      handle = (request, response) => void passOn(request, response, storeUrl, status)
    },
    shut,
    open: async () => void (await listen(port)),
    close: shut,
  }
}

async function passOn(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  storeUrl: string,
  status?: number,
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const { host: _host, connection: _connection, ...others } = request.headers
  const { "content-length": _length, "transfer-encoding": _encoding, ...headers } = others
  try {
    const answer = await fetch(storeUrl + (request.url ?? ""), {
      method: request.method,
      headers: headers as Record<string, string>,
      body: chunks.length ? Buffer.concat(chunks) : undefined,
      redirect: "manual",
    })
    const type = answer.headers.get("content-type") ?? "text/plain"
    response.writeHead(status ?? answer.status, { "content-type": type }).end(await answer.text())
  } catch {
    response.writeHead(502).end()
  }
}
