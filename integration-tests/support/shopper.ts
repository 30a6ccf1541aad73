import type { StoreProcess } from "./start-store"

export const PROVIDER_ID = "pp_pagoefectivo_pagoefectivo"

export interface HttpAnswer<Body = Record<string, unknown>> {
  status: number
  body: Body
  headers: Headers
}

/** A request without any client library, so that a test sees exactly what the store answers. */
export async function http<Body = Record<string, never>>(
  url: string,
  init: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<HttpAnswer<Body>> {
  const raw = typeof init.body === "string" || Buffer.isBuffer(init.body)
  const response = await fetch(url, {
    method: init.method ?? (init.body === undefined ? "GET" : "POST"),
    headers: { "content-type": "application/json", ...init.headers },
    body:
      init.body === undefined ? undefined : raw ? (init.body as string) : JSON.stringify(init.body),
  })
  const text = await response.text()
  let body: unknown = text
  try {
    body = JSON.parse(text)
  } catch {
    // Not every answer is JSON; the text is what the test looks at then.
  }
  return { status: response.status, body: body as Body, headers: response.headers }
}

export interface Voucher {
  id: string
  cip: string
  status: string
  expires_at: string
  url: string | null
  page_url: string
}

export interface Session {
  id: string
  provider_id: string
  status: string
  data: { amount: string; currency_code: string; voucher?: Voucher } & Record<string, unknown>
}

export interface Order {
  id: string
  display_id: number
  status: string
  payment_status: string
  total: number
  payment_collections: { id: string; payment_sessions: Session[] }[]
}

export const GUEST_ADDRESS = {
  first_name: "María José",
  last_name: "Ñahui D'Angelo",
  phone: "987654321",
  address_1: "Jr. de la Unión 123",
  city: "Lima",
  province: "Lima",
  country_code: "pe",
  postal_code: "15001",
}

/** S/ 69.90; with delivery S/ 79.90. */
export const DEFAULT_PRODUCT = "chalina-de-alpaca"

export interface CartWishes {
  email?: string | null
  address?: Record<string, unknown>
  quantity?: number
  handle?: string
  /** Default `home`, which costs S/ 10; `pickup` is free, `none` leaves the cart without delivery. */
  delivery?: "home" | "pickup" | "none"
}

export interface Cart {
  id: string
  total: number
}

interface OpenStore extends Pick<StoreProcess, "url" | "shop"> {
  /** A cart that was filled ahead, when there is one. */
  takeCart?(regionId: string): Promise<Cart | undefined>
}

/** A guest at the Store API. */
export class Shopper {
  constructor(
    private readonly store: OpenStore,
    private readonly providerId: string = PROVIDER_ID,
  ) {}

  async call<Body = Record<string, never>>(
    path: string,
    init: Parameters<typeof http>[1] = {},
  ): Promise<HttpAnswer<Body>> {
    return http<Body>(`${this.store.url}${path}`, {
      ...init,
      headers: { "x-publishable-api-key": this.store.shop.publishableKey, ...init.headers },
    })
  }

  async fillCart(wishes: CartWishes = {}): Promise<Cart> {
    const isAnyCart = Object.keys(wishes).length === 0
    const ready = isAnyCart && (await this.store.takeCart?.(this.store.shop.regionId))
    if (ready) return ready
    const { body: list } = await this.call<{ products: { variants: { id: string }[] }[] }>(
      `/store/products?limit=1&region_id=${this.store.shop.regionId}&handle=${wishes.handle ?? DEFAULT_PRODUCT}`,
    )
    const address = wishes.address ?? GUEST_ADDRESS
    const { body: made } = await this.call<{ cart: Cart }>("/store/carts", {
      body: {
        region_id: this.store.shop.regionId,
        ...(wishes.email === null ? {} : { email: wishes.email ?? "maria.guest@example.pe" }),
        shipping_address: address,
        billing_address: address,
        items: [{ variant_id: list.products[0]?.variants[0]?.id, quantity: wishes.quantity ?? 1 }],
      },
    })
    if (wishes.delivery === "none") return made.cart
    const { body: options } = await this.call<{
      shipping_options: { id: string; amount: number }[]
    }>(`/store/shipping-options?cart_id=${made.cart.id}`)
    const isWished = ({ amount }: { amount: number }) =>
      wishes.delivery === "pickup" ? amount === 0 : amount > 0
    const option = options.shipping_options.find(isWished)
    const { body } = await this.call<{ cart: Cart }>(
      `/store/carts/${made.cart.id}/shipping-methods`,
      { body: { option_id: option?.id } },
    )
    return body.cart
  }

  async choosePagoEfectivo(
    cartId: string,
    data: Record<string, unknown> = {},
    providerId: string = this.providerId,
  ): Promise<HttpAnswer<{ payment_collection: { id: string; payment_sessions: Session[] } }>> {
    const { body } = await this.call<{ payment_collection: { id: string } }>(
      "/store/payment-collections",
      { body: { cart_id: cartId } },
    )
    return this.call(`/store/payment-collections/${body.payment_collection.id}/payment-sessions`, {
      body: { provider_id: providerId, data },
    })
  }

  complete(cartId: string): Promise<
    HttpAnswer<{
      type: string
      order: Order
      error?: { message: string; type: string }
      message?: string
    }>
  > {
    return this.call(
      `/store/carts/${cartId}/complete?fields=id,display_id,status,payment_status,total,*payment_collections.payment_sessions`,
      { method: "POST", body: {} },
    )
  }

  async order(id: string): Promise<Order> {
    const { body } = await this.call<{ order: Order }>(
      `/store/orders/${id}?fields=id,display_id,status,payment_status,total,summary,*payment_collections.payment_sessions`,
    )
    return body.order
  }

  /** The whole way: a guest's order with its code. */
  async placeOrder(
    wishes: CartWishes = {},
  ): Promise<{ order: Order; voucher: Voucher; cartId: string }> {
    const cart = await this.fillCart(wishes)
    await this.choosePagoEfectivo(cart.id)
    const { body, status } = await this.complete(cart.id)
    if (body.type !== "order") {
      throw new Error(`The cart was not completed: ${status} ${JSON.stringify(body)}`)
    }
    return { order: body.order, voucher: voucherOf(body.order), cartId: cart.id }
  }
}

export function sessionOf(order: Order): Session {
  const session = order.payment_collections[0]?.payment_sessions[0]
  if (!session) throw new Error(`Order ${order.id} has no payment session`)
  return session
}

export function voucherOf(order: Order): Voucher {
  const { voucher } = sessionOf(order).data
  if (!voucher) throw new Error(`Order ${order.id} has no voucher in its payment session`)
  return voucher
}
