"use server"

import { sdk } from "@lib/config"
import { getRegion } from "./regions"

export const listProducts = async (countryCode: string, handle?: string) => {
  const region = await getRegion(countryCode)
  const { products } = await sdk.store.product.list({
    region_id: region?.id,
    fields: "*variants.calculated_price",
    ...(handle && { handle }),
  })
  return products
}
