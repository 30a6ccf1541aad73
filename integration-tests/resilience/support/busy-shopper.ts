import { eventually } from "../../support/eventually"
import { DIRECT, type GatewayProfile } from "../../support/gateways"
import { Shopper, type HttpAnswer, type Order, type Voucher } from "../../support/shopper"
import type { http } from "../../support/shopper"
import type { StoreProcess } from "../../support/start-store"

/** What is the same for every cart, so that it is read only once. */
const CATALOGUE = /^\/store\/(products|shipping-options)\b/

/** One answer may take half a minute where much else is going on. */
const COMPLETION_TIMEOUT_MS = 5 * 60_000

let guests = 0

/** Many guests at the Store API, one after another and at the same time. */
export class BusyShopper extends Shopper {
  /** Answers received, good or bad: how far the work has come. */
  steps = 0
  private purchases = 0
  private readonly catalogue = new Map<string, HttpAnswer<unknown>>()

  /** `gateways`: through which the guests pay, one after the other. */
  constructor(
    store: Pick<StoreProcess, "url" | "shop">,
    private readonly gateways: readonly GatewayProfile[] = [DIRECT],
  ) {
    super(store)
  }

  override choosePagoEfectivo(
    ...[cartId, data, providerId = this.nextGateway()]: Parameters<Shopper["choosePagoEfectivo"]>
  ): ReturnType<Shopper["choosePagoEfectivo"]> {
    return super.choosePagoEfectivo(cartId, data, providerId)
  }

  private nextGateway(): string {
    return this.gateways[this.purchases++ % this.gateways.length]!.providerId
  }

  override async call<Body = Record<string, never>>(
    path: string,
    init: Parameters<typeof http>[1] = {},
  ): Promise<HttpAnswer<Body>> {
    const shelf = CATALOGUE.exec(path)?.[0] ?? ""
    const known = this.catalogue.get(shelf)
    if (known) return known as HttpAnswer<Body>
    const answer = await super.call<Body>(path, init)
    this.steps++
    if (shelf && answer.status === 200) this.catalogue.set(shelf, answer)
    return answer
  }

  /** Where ten orders at once wait for one item's stock, the platform may give up: one tries again. */
  override complete(cartId: string): ReturnType<Shopper["complete"]> {
    return eventually(
      () => super.complete(cartId),
      ({ status }) => status < 500,
      { what: `the order of cart ${cartId}`, timeoutMs: COMPLETION_TIMEOUT_MS },
    )
  }

  /** A guest of its own each: the platform makes a customer of each address, once. */
  nextGuest(): string {
    return `guest-${++guests}@example.pe`
  }

  placeOrders(count: number): Promise<{ order: Order; voucher: Voucher; cartId: string }[]> {
    return Promise.all(
      Array.from({ length: count }, () => this.placeOrder({ email: this.nextGuest() })),
    )
  }
}
