import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { passDeadline } from "./deadlines"

export interface SeenRequest {
  method: string
  path: string
  headers: IncomingMessage["headers"]
  body: string
}

export type Step = (response: ServerResponse, request: SeenRequest) => void

/** Answers with JSON, exactly as it is written here. */
export const json =
  (status: number, text: string, headers: Record<string, string> = {}): Step =>
  (response) =>
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(text)

export const html =
  (status: number): Step =>
  (response) =>
    response.writeHead(status, { "content-type": "text/html" }).end("<html>Mantenimiento</html>")

/** Says nothing and keeps the connection, until whoever asked has waited long enough. */
export const hang: Step = () => passDeadline()

/** Begins an answer and never ends it, until whoever asked has waited long enough. */
export const stall: Step = (response) =>
  void response.writeHead(200).write('{"code":', () => passDeadline())

/** Breaks the connection after the whole request has been read: it may have been committed. */
export const drop: Step = (response) => void response.socket?.destroy()

export const token = (value = "token-1", expires = "2025-01-15T12:30:00-05:00"): Step =>
  json(
    201,
    `{"code":"100","message":"Solicitud exitosa.","data":{"token":"${value}","codeService":"NEO",` +
      `"tokenStart":"2025-01-15T10:30:00-05:00","tokenExpires":"${expires}"}}`,
  )

/** A real HTTP server that answers each route with the steps it was given, repeating the last one. */
export class ScriptedServer {
  readonly requests: SeenRequest[] = []
  readonly #steps = new Map<string, Step[]>()
  readonly #server = createServer((request, response) => void this.#answer(request, response))

  static async start(): Promise<ScriptedServer> {
    const server = new ScriptedServer()
    server.on("POST /v1/authorizations", token())
    await new Promise<void>((resolve) => server.#server.listen(0, "127.0.0.1", resolve))
    return server
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  get baseUrl(): string {
    return `${this.origin}/v1`
  }

  on(route: string, ...steps: Step[]): this {
    this.#steps.set(route, steps)
    return this
  }

  to(route: string): SeenRequest[] {
    return this.requests.filter(({ method, path }) => `${method} ${path}` === route)
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) {
      chunks.push(chunk as Buffer)
    }
    const request = {
      method: incoming.method ?? "",
      path: incoming.url ?? "",
      headers: incoming.headers,
      body: Buffer.concat(chunks).toString("utf8"),
    }
    this.requests.push(request)
    const steps = this.#steps.get(`${request.method} ${request.path}`) ?? [json(404, "")]
    const step = steps.length > 1 ? steps.shift() : steps[0]
    step?.(response, request)
  }
}
