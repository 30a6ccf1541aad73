import type { Gateway } from "../launcher/gateway"
import type { Progress } from "../launcher/progress"
import type { SeededShop } from "../seed"
import { fillCart, placeOrder, storeClient } from "./place-order"
import { SHOPPER } from "./shopper"
import { deadlineInLima, soles } from "./texts"
import { paymentStatus, waitForCapture } from "./voucher"

/** How many steps `tellStory` shows. */
export const STORY_STEPS = 4

export interface StoryInput {
  progress: Progress
  gateway: Gateway
  shop: SeededShop
  backendUrl: string
}

/** A guest buys with PagoEfectivo, pays at an agent, and the order becomes paid. */
export async function tellStory({
  progress,
  gateway,
  shop,
  backendUrl,
}: StoryInput): Promise<void> {
  const sdk = storeClient(backendUrl, shop.publishableKey)
  const cart = await progress.step(
    "A guest fills a cart",
    () => fillCart(sdk, shop.regionId),
    (filled) => `${filled.items?.[0]?.title} for ${SHOPPER.first_name}, ${soles(filled.total)}`,
  )
  const { order, voucher } = await progress.step(
    "She chooses PagoEfectivo and places the order",
    () => placeOrder(sdk, cart),
    (placed) =>
      `order #${placed.order.display_id}, code ${placed.voucher.cip}, ` +
      `payable until ${deadlineInLima(placed.voucher.expires_at)}`,
  )
  await progress.step("She pays the code at an agent", async () => {
    await gateway.pay(voucher.cip, { channel: "agent" })
  })
  await progress.step(
    "The notice arrives, the store asks the gateway and captures",
    () => waitForCapture(() => paymentStatus(sdk, order.id)),
    () => `order #${order.display_id} is paid`,
  )
}
