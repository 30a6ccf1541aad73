import type { IncomingMessage, ServerResponse } from "node:http"
import { send } from "./http/answer"
import { pause } from "./http/pause"
import { hostedPage } from "./pages/hosted-pages"
import { failWith, faultAnswer } from "./routes/fault-answer"
import { VendorAnswers } from "./routes/vendor-answers"
import type { SwitchBoard } from "./switch-board"
import type { VoucherStore } from "./voucher-store"

type Handle = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>

/** Where each kind of request goes. */
interface Rooms {
  board: SwitchBoard
  store: VoucherStore
  control: Handle
  api: Handle
  mercadoPago: Handle
  stopping: () => AbortSignal
}

export const MERCADOPAGO_PREFIX = "/mercadopago"

/** Everything that comes in over HTTP, led to API, pages or control panel. */
export class FrontDoor {
  constructor(private readonly rooms: Rooms) {}

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.route(request, response)
    } catch {
      if (!response.headersSent && !response.destroyed) {
        send(response, this.vendorAnswers().failure(500, 166))
      }
    }
  }

  private async route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { board, store, control, api, mercadoPago } = this.rooms
    const url = new URL(request.url ?? "/", "http://sandbox")
    if (url.pathname.startsWith("/_control/")) {
      await control(request, response, url)
    } else if (url.pathname === "/") {
      send(response, hostedPage("/", store))
    } else if (board.current.down) {
      request.socket.destroy()
    } else if (url.pathname.startsWith(`${MERCADOPAGO_PREFIX}/`)) {
      await mercadoPago(request, response, url)
    } else if (url.pathname.startsWith("/v1/")) {
      await api(request, response, url)
    } else {
      await this.servePage(request, response, url.pathname)
    }
  }

  private async servePage(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<void> {
    const { board, store, stopping } = this.rooms
    const fault = board.takeFault("page")
    const goesOn = await pause(board.latency("page"), stopping())
    if (!goesOn || fault?.kind === "drop") {
      request.socket.destroy()
    } else if (fault?.kind === "answer") {
      send(response, faultAnswer(fault, failWith(this.vendorAnswers())))
    } else if (!fault) {
      send(response, hostedPage(path, store))
    }
  }

  private vendorAnswers(): VendorAnswers {
    return new VendorAnswers(this.rooms.board.current, "es-PE")
  }
}
