import { setTimeout as wait } from "node:timers/promises"
import type { HttpTypes } from "@medusajs/framework/types"
import type { Sdk } from "./place-order"
import { STORY_LIMITS } from "./limits"

/** The part of a payment session that a storefront reads. */
export interface StoryVoucher {
  cip: string
  /** ISO 8601 in UTC. */
  expires_at: string
  page_url: string
}

/** Fields to ask for so that an order brings its voucher. */
export const VOUCHER_FIELDS = "+payment_collections.payment_sessions.*"

export function voucherOf(order: HttpTypes.StoreOrder): StoryVoucher {
  const sessions = (order.payment_collections ?? []).flatMap((c) => c.payment_sessions ?? [])
  const voucher = sessions.map((session) => session.data?.voucher).find(Boolean)
  if (!voucher) throw new Error(`Order #${order.display_id} came back without its voucher.`)
  return voucher as StoryVoucher
}

export async function paymentStatus(sdk: Sdk, orderId: string): Promise<string> {
  const { order } = await sdk.store.order.retrieve(orderId, { fields: "id,payment_status" })
  return order.payment_status
}

/** Asks `read` until the order's money is captured. */
export async function waitForCapture(read: () => Promise<string>): Promise<void> {
  const deadline = performance.now() + STORY_LIMITS.captureMs
  for (let status = await read(); status !== "captured"; status = await read()) {
    if (performance.now() > deadline) {
      throw new Error(
        `The order is still "${status}" ${STORY_LIMITS.captureMs / 1000} s after the payment.`,
      )
    }
    await wait(STORY_LIMITS.pollMs)
  }
}
