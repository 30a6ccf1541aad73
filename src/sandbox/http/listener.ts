import { createServer } from "node:http"
import type { RequestListener, Server } from "node:http"
import type { AddressInfo } from "node:net"

/** A server that can close its port and open the same one again. */
export class Listener {
  private readonly server: Server
  private port: number

  constructor(
    handler: RequestListener,
    port: number,
    private readonly host: string,
  ) {
    this.server = createServer(handler)
    this.port = port
  }

  get isOpen(): boolean {
    return this.server.listening
  }

  /** @throws Error of the system, for example EADDRINUSE. */
  async open(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once("error", reject)
      this.server.listen(this.port, this.host, () => {
        this.server.off("error", reject)
        resolve()
      })
    })
    this.port = (this.server.address() as AddressInfo).port
  }

  async close(): Promise<void> {
    if (!this.isOpen) {
      return
    }
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()))
    this.server.closeAllConnections()
    await closed
  }

  get url(): string {
    const name = this.host.includes(":") ? `[${this.host}]` : this.host
    return `http://${name}:${this.port}`
  }
}
