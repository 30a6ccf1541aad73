import type { Admin } from "./admin"
import type { SharedShop } from "./booted-shop"
import { eventually } from "./eventually"
import type { GatewayProfile } from "./gateways"
import type { HttpAnswer, Order, Session, Shopper, Voucher } from "./shopper"

/** Medusa's own method: somebody pays by other means. */
export const OTHER_METHOD = "pp_system_default"

interface OrderCollection {
  id: string
  status: string
  payment_sessions: Session[]
}

interface OrderCode {
  id: string
  cip: string
  status: string
  amount_centimos: number
  captured_at: Date | null
}

interface OrderCase {
  id: string
  reason: string
  detail: string
  status: "open" | "resolved" | "ignored"
}

/** What shopper and staff do with an order of one gateway after its checkout, and what came of it. */
export class OrderDesk {
  readonly shopper: Shopper
  readonly admin: Admin

  constructor(
    private readonly shop: SharedShop,
    gateway: GatewayProfile,
  ) {
    this.shopper = shop.shopperOf(gateway)
    this.admin = shop.admin
  }

  /** An order whose code is tied to it. */
  async place(): ReturnType<Shopper["placeOrder"]> {
    const placed = await this.shopper.placeOrder()
    await eventually(
      () =>
        this.shop.database.query<{ order_id: string | null }>(
          "SELECT order_id FROM pagoefectivo_voucher WHERE id = $1",
          [placed.voucher.id],
        ),
      ([row]) => Boolean(row?.order_id),
      { what: "the code's order" },
    )
    return placed
  }

  async placePaid(): ReturnType<Shopper["placeOrder"]> {
    const placed = await this.place()
    await this.shop.sandbox.pay(placed.voucher.cip)
    await this.untilPaid(placed.order.id)
    return placed
  }

  /** What the shopper's order page does: another method for what the order owes. */
  choose(
    collectionId: string,
    providerId: string,
  ): Promise<HttpAnswer<{ payment_collection: { payment_sessions: Session[] } }>> {
    return this.shopper.call(`/store/payment-collections/${collectionId}/payment-sessions`, {
      body: { provider_id: providerId, data: {} },
    })
  }

  /** The button "Check status" of the order's page in the admin. */
  checkStatus(
    order: Pick<Order, "id">,
    session: Pick<Session, "id">,
  ): Promise<HttpAnswer<{ is_authorized: boolean; message?: string }>> {
    return this.admin.call(`/admin/orders/${order.id}/payment-sessions/authorize`, {
      body: { payment_session_id: session.id },
    })
  }

  /** "Issue another code", or "Charge with PagoEfectivo" where there was none. */
  charge(
    orderId: string,
    body: object,
  ): Promise<HttpAnswer<{ message: string; voucher: Voucher & { order_id: string } }>> {
    return this.admin.call(`/admin/pagoefectivo/orders/${orderId}/codes`, { body })
  }

  credit(orderId: string, amount: number): Promise<unknown> {
    return this.admin.must(`/admin/orders/${orderId}/credit-lines`, {
      body: { amount, reference: "store_credit", reference_id: "credit_1" },
    })
  }

  async collectionsOf(orderId: string): Promise<OrderCollection[]> {
    const fields = "payment_collections.*,*payment_collections.payment_sessions"
    const { order } = await this.admin.must<{ order: { payment_collections: OrderCollection[] } }>(
      `/admin/orders/${orderId}?fields=${fields}`,
    )
    return order.payment_collections
  }

  async onlyCollection(orderId: string): Promise<OrderCollection> {
    const [collection] = await this.collectionsOf(orderId)
    if (!collection) throw new Error(`Order ${orderId} has no payment collection`)
    return collection
  }

  /** Its codes, oldest first. */
  vouchersOf(orderId: string): Promise<OrderCode[]> {
    return this.shop.database.query<OrderCode>(
      "SELECT * FROM pagoefectivo_voucher WHERE order_id = $1 ORDER BY issued_at",
      [orderId],
    )
  }

  casesOf(orderId: string): Promise<OrderCase[]> {
    return this.shop.database.query("SELECT * FROM pagoefectivo_case WHERE order_id = $1", [
      orderId,
    ])
  }

  atGateway({ cip }: Pick<Voucher, "cip">): string | undefined {
    return this.shop.sandbox.voucher(cip)?.status
  }

  /** The expiry job carries out what is due, as it would within a minute. */
  async closeWhatIsDue(): Promise<void> {
    await this.shop.database.query(
      "UPDATE pagoefectivo_voucher SET closing_next_try_at = now() WHERE closing_reason IS NOT NULL",
    )
    await this.shop.store.runJob("expire-vouchers")
  }

  /** Polling looks at every code that waits, as it would within the hour. */
  async polled(): Promise<void> {
    await this.shop.database.query(
      "UPDATE pagoefectivo_voucher SET next_check_at = now() WHERE status = 'waiting'",
    )
    await this.shop.store.runJob("poll-vouchers")
    await this.closeWhatIsDue()
  }

  /** The code has its successor: the old one is closed, and a new one waits over this amount. */
  async untilRenewed(orderId: string, old: Voucher, amount: string): Promise<OrderCode> {
    const [code] = await eventually(
      async () => (await this.vouchersOf(orderId)).filter(({ status }) => status === "waiting"),
      ([found]) => found !== undefined && found.id !== old.id,
      { what: "the new code" },
    )
    expect(this.atGateway(old)).toBe("deleted")
    expect(this.shop.sandbox.voucher(code!.cip)?.amount).toBe(amount)
    return code!
  }

  async untilPaid(orderId: string): Promise<void> {
    await eventually(
      () =>
        this.admin.must<{
          order: { payment_status: string; summary: { pending_difference: number } }
        }>(`/admin/orders/${orderId}?fields=payment_status,summary`),
      ({ order }) => order.payment_status === "captured" && order.summary.pending_difference === 0,
      { what: `the payment of order ${orderId}` },
    )
  }

  /** All that can be paid is; while goods are on their way back Medusa may say that more is owed. */
  async untilBooked(orderId: string): Promise<void> {
    await eventually(
      () => this.vouchersOf(orderId),
      (codes) => codes.every(({ status, captured_at }) => captured_at || status === "voided"),
      { what: `the booked payment of order ${orderId}` },
    )
  }

  /** The goods have left, and so can come back. */
  async fulfil(orderId: string): Promise<{ id: string; variant_id: string; location_id: string }> {
    const { order } = await this.admin.must<{
      order: { items: { id: string; variant_id: string }[] }
    }>(`/admin/orders/${orderId}?fields=items.id,items.variant_id`)
    const item = order.items[0]!
    const { stock_locations } = await this.admin.must<{ stock_locations: { id: string }[] }>(
      "/admin/stock-locations",
    )
    const location_id = stock_locations[0]!.id
    await this.admin.must(`/admin/orders/${orderId}/fulfillments`, {
      body: { location_id, items: [{ id: item.id, quantity: 1 }] },
    })
    return { ...item, location_id }
  }

  /** One comes back, two go out. */
  async exchangeOneForTwo(orderId: string): Promise<void> {
    const { id, variant_id, location_id } = await this.fulfil(orderId)
    const { exchange } = await this.admin.must<{ exchange: { id: string } }>("/admin/exchanges", {
      body: { order_id: orderId },
    })
    const at = `/admin/exchanges/${exchange.id}`
    await this.admin.must(`${at}/inbound/items`, {
      body: { location_id, items: [{ id, quantity: 1 }] },
    })
    await this.admin.must(`${at}/outbound/items`, {
      body: { items: [{ variant_id, quantity: 2 }] },
    })
    await this.admin.must(`${at}/request`, { body: {} })
  }

  /** One was damaged; it is replaced, and one more is sent for money. */
  async claimWithOneMore(orderId: string): Promise<void> {
    const { id, variant_id } = await this.fulfil(orderId)
    const { claim } = await this.admin.must<{ claim: { id: string } }>("/admin/claims", {
      body: { order_id: orderId, type: "replace" },
    })
    const at = `/admin/claims/${claim.id}`
    await this.admin.must(`${at}/claim-items`, {
      body: { items: [{ id, quantity: 1, reason: "production_failure" }] },
    })
    await this.admin.must(`${at}/outbound/items`, {
      body: { items: [{ variant_id, quantity: 2 }] },
    })
    await this.admin.must(`${at}/request`, { body: {} })
  }

  /** The goods come back, and are received. */
  async returnAll(orderId: string): Promise<void> {
    const { id, location_id } = await this.fulfil(orderId)
    const { return: made } = await this.admin.must<{ return: { id: string } }>("/admin/returns", {
      body: { order_id: orderId, location_id },
    })
    const at = `/admin/returns/${made.id}`
    const items = [{ id, quantity: 1 }]
    await this.admin.must(`${at}/request-items`, { body: { items } })
    await this.admin.must(`${at}/request`, { body: {} })
    await this.admin.must(`${at}/receive`, { body: {} })
    await this.admin.must(`${at}/receive-items`, { body: { items } })
    await this.admin.must(`${at}/receive/confirm`, { body: {} })
  }
}
