import {
  addShippingMethodToCartWorkflow,
  completeCartWorkflow,
  createCartWorkflow,
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { movedTo, type VoucherRow } from "../../modules/pagoefectivo"
import { formatCentimos } from "../../peru/centimos"
import { roundToCentimos } from "../../peru/rounding"
import { paidInFull } from "../../modules/pagoefectivo/vouchers/voucher-state"
import { checkAtGateway } from "../../modules/pagoefectivo/vouchers/at-gateway"
import { pagoEfectivo } from "../container"
import { withPurchaseLock } from "../locks"
import { recordPlatformBooking, settlePaidVoucher } from "../payments/settle-paid-voucher"
import { refused } from "../../errors/refusal"

interface OldAddress extends Record<string, unknown> {
  id?: string
}

interface OldCart {
  id: string
  email: string
  currency_code: string
  region_id: string
  customer_id: string | null
  sales_channel_id: string
  shipping_address: OldAddress | null
  billing_address: OldAddress | null
  items: { variant_id: string | null; quantity: number }[]
  shipping_methods: { shipping_option_id: string; data: Record<string, unknown> | null }[]
  promotions: { code: string }[]
}

/**
 * Money came after its order was cancelled: places the same order once more and pays it with that
 * money. A new cart with the old one's content gets the voucher; the platform then completes it, so
 * stock, prices and promotions are checked as at any checkout.
 * @throws MedusaError when the total differs from what was paid, or the platform refuses (stock).
 */
export async function reorderFromCart(
  container: MedusaContainer,
  voucherId: string,
  actor: string,
): Promise<void> {
  const service = pagoEfectivo(container)
  const known = await service.retrieveVoucher(voucherId)
  await withPurchaseLock(container, known, async () => {
    await recordPlatformBooking(container, known)
    const voucher = await checkAtGateway(service, known)
    requireFreeMoney(voucher)
    const old = await loadCart(container, voucher)
    const cart = await copyCart(container, old, voucher)
    const session = await openSession(container, cart.id, voucher)
    const { voucher: moved } = await service.changeVoucher(
      voucher.id,
      movedTo({ cart_id: cart.id, payment_session_id: session, order_id: null }, actor),
    )
    try {
      await completeCartWorkflow(container).run({ input: { id: cart.id } })
      await settlePaidVoucher(container, moved)
    } catch (error) {
      await service.changeVoucher(voucher.id, movedTo(voucher, actor))
      throw error
    }
  })
}

function requireFreeMoney(voucher: VoucherRow): void {
  if (!paidInFull(voucher)) {
    throw refused("reorder_not_paid_in_full", { cip: voucher.cip })
  }
  if (voucher.captured_at) {
    throw refused("reorder_money_is_booked", { cip: voucher.cip })
  }
}

async function loadCart(container: MedusaContainer, voucher: VoucherRow): Promise<OldCart> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart",
    fields: [
      "id",
      "email",
      "currency_code",
      "region_id",
      "customer_id",
      "sales_channel_id",
      "shipping_address.*",
      "billing_address.*",
      "items.variant_id",
      "items.quantity",
      "shipping_methods.shipping_option_id",
      "shipping_methods.data",
      "promotions.code",
    ],
    filters: { id: voucher.cart_id ?? "" },
  })
  const cart = data[0] as unknown as OldCart | undefined
  if (cart) return cart
  throw refused("reorder_cart_is_gone", { cip: voucher.cip })
}

async function copyCart(
  container: MedusaContainer,
  old: OldCart,
  voucher: VoucherRow,
): Promise<{ id: string }> {
  const { result: cart } = await createCartWorkflow(container).run({
    input: {
      region_id: old.region_id,
      currency_code: old.currency_code,
      email: old.email,
      customer_id: old.customer_id ?? undefined,
      sales_channel_id: old.sales_channel_id,
      shipping_address: withoutId(old.shipping_address),
      billing_address: withoutId(old.billing_address),
      promo_codes: old.promotions.map(({ code }) => code),
      items: old.items.map(({ variant_id, quantity }) => ({
        variant_id: variant_id ?? undefined,
        quantity,
      })),
      metadata: { reordered_from_cart: old.id },
    },
  })
  await addShippingMethodToCartWorkflow(container).run({
    input: {
      cart_id: cart.id,
      options: old.shipping_methods.map(({ shipping_option_id, data }) => ({
        id: shipping_option_id,
        data: data ?? undefined,
      })),
    },
  })
  await requireSameTotal(container, cart.id, voucher)
  return { id: cart.id }
}

async function requireSameTotal(
  container: MedusaContainer,
  cartId: string,
  voucher: VoucherRow,
): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart",
    fields: ["total", "currency_code"],
    filters: { id: cartId },
  })
  const total = roundToCentimos(String((data[0] as { total?: unknown } | undefined)?.total ?? 0))
  if (total === voucher.amount_centimos) return
  throw refused("reorder_costs_otherwise", {
    total: formatCentimos(total),
    paid: formatCentimos(voucher.amount_centimos),
    currency: voucher.currency_code,
  })
}

async function openSession(
  container: MedusaContainer,
  cartId: string,
  voucher: VoucherRow,
): Promise<string> {
  await createPaymentCollectionForCartWorkflow(container).run({ input: { cart_id: cartId } })
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart",
    fields: ["payment_collection.id"],
    filters: { id: cartId },
  })
  const collection = (data[0] as { payment_collection?: { id: string } } | undefined)
    ?.payment_collection
  if (!collection) throw refused("reorder_not_payable", { cart: cartId })
  const { result } = await createPaymentSessionsWorkflow(container).run({
    input: { payment_collection_id: collection.id, provider_id: voucher.provider_id },
  })
  return result.id
}

function withoutId(address: OldAddress | null) {
  if (!address) return undefined
  const { id: _, ...rest } = address
  return rest
}
