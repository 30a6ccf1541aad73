import { createServer } from "node:http"
import type { IncomingHttpHeaders, Server } from "node:http"
import type { AddressInfo } from "node:net"

export interface Received {
  body: string
  headers: IncomingHttpHeaders
}

/** A merchant's webhook. `answers` are used up one by one, then it answers 200. */
export class WebhookReceiver {
  readonly received: Received[] = []
  answers: (number | "break" | "silent")[] = []
  /** The most calls that were open at once. */
  peak = 0
  private open = 0
  private readonly server: Server

  constructor() {
    this.server = createServer(async (request, response) => {
      this.peak = Math.max(this.peak, ++this.open)
      const chunks: Buffer[] = []
      for await (const chunk of request as AsyncIterable<Buffer>) {
        chunks.push(chunk)
      }
      this.received.push({ body: Buffer.concat(chunks).toString(), headers: request.headers })
      const answer = this.answers.shift() ?? 200
      setImmediate(() => {
        this.open--
        if (answer === "break") {
          request.socket.destroy()
        } else if (answer !== "silent") {
          response.writeHead(answer).end(`said ${answer}`)
        }
      })
    })
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve))
    return this
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }
}
