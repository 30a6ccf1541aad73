import { notCompleted, refused, unreachable } from "./failures.js"

const REQUEST_TIMEOUT_MS = 30_000

let config

export async function loadConfig() {
  const answer = await fetch("/config.json")
  config = await answer.json()
  return config
}

export function sandboxUrl() {
  return config.sandboxUrl
}

export function publishableKey() {
  return config.publishableKey
}

async function call(method, path, body) {
  let answer
  try {
    answer = await fetch(config.backendUrl + path, {
      method,
      headers: {
        "content-type": "application/json",
        "x-publishable-api-key": config.publishableKey,
      },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    })
  } catch (cause) {
    throw unreachable(cause)
  }
  const data = await answer.json().catch(() => ({}))
  if (!answer.ok) throw refused(path, answer.status, data)
  return data
}

const query = (values) => new URLSearchParams(values).toString()

export async function listProducts() {
  const filters = query({
    region_id: config.regionId,
    limit: "24",
    order: "created_at",
    fields: "id,title,handle,description,*categories,*variants.calculated_price",
  })
  const { products } = await call("GET", `/store/products?${filters}`)
  return products
}

export async function createCart(variantId) {
  const { cart } = await call("POST", "/store/carts", {
    region_id: config.regionId,
    items: [{ variant_id: variantId, quantity: 1 }],
  })
  return cart
}

export async function setQuantity(cart, quantity) {
  const [item] = cart.items
  const answer = await call("POST", `/store/carts/${cart.id}/line-items/${item.id}`, { quantity })
  return answer.cart
}

export async function listShippingOptions(cartId) {
  const filters = query({ cart_id: cartId, fields: "+type.description" })
  const { shipping_options } = await call("GET", `/store/shipping-options?${filters}`)
  return shipping_options
}

export async function chooseShipping(cartId, optionId) {
  const { cart } = await call("POST", `/store/carts/${cartId}/shipping-methods`, {
    option_id: optionId,
  })
  return cart
}

export async function setBuyer(cartId, email, address) {
  const { cart } = await call("POST", `/store/carts/${cartId}`, {
    email,
    shipping_address: address,
    billing_address: address,
  })
  return cart
}

export async function listPaymentProviders() {
  const { payment_providers } = await call(
    "GET",
    `/store/payment-providers?${query({ region_id: config.regionId })}`,
  )
  return payment_providers.map(({ id }) => id)
}

export async function choosePayment(cart, providerId) {
  const collectionId = cart.payment_collection?.id ?? (await createPaymentCollection(cart.id))
  await call("POST", `/store/payment-collections/${collectionId}/payment-sessions`, {
    provider_id: providerId,
  })
}

async function createPaymentCollection(cartId) {
  const { payment_collection } = await call("POST", "/store/payment-collections", {
    cart_id: cartId,
  })
  return payment_collection.id
}

const ORDER_FIELDS = query({ fields: "+payment_status,+payment_collections.payment_sessions.*" })

export async function completeCart(cartId) {
  const answer = await call("POST", `/store/carts/${cartId}/complete?${ORDER_FIELDS}`)
  if (answer.type === "order") return answer.order
  throw notCompleted(answer.error)
}

export async function retrieveOrder(orderId) {
  const { order } = await call("GET", `/store/orders/${orderId}?${ORDER_FIELDS}`)
  return order
}
