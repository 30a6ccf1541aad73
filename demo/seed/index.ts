import type { MedusaContainer } from "@medusajs/framework/types"
import { defaultSalesChannelId, ensureAdminUser, ensurePublishableKey } from "./access"
import { ensureCatalog } from "./catalog"
import { ensureShippingOptions, ensureShippingProfile, ensureStockLocation } from "./delivery"
import { ensureRegion } from "./region"

export interface SeededShop {
  publishableKey: string
  regionId: string
  productsAdded: number
}

/**
 * Furnishes the demo shop. Every step looks first and adds only what is missing, so it may run at
 * each start and after a start that was interrupted.
 */
export async function seedShop(container: MedusaContainer): Promise<SeededShop> {
  const salesChannelId = await defaultSalesChannelId(container)
  const region = await ensureRegion(container)
  const publishableKey = await ensurePublishableKey(container, salesChannelId)
  const stockLocationId = await ensureStockLocation(container, salesChannelId)
  const profile = await ensureShippingProfile(container)
  await ensureShippingOptions(container, { stockLocationId, shippingProfileId: profile.id })
  const productsAdded = await ensureCatalog(container, {
    salesChannelId,
    shippingProfileId: profile.id,
    stockLocationId,
  })
  await ensureAdminUser(container)
  return { publishableKey, regionId: region.id, productsAdded }
}
