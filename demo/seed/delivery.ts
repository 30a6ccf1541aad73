import {
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer, ShippingProfileDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { firstOf } from "./region"
import { COUNTRY_CODE, CURRENCY_CODE, SHIPPING_OPTIONS } from "./shop-data"

const LOCATION_NAME = "Tienda Miraflores"
const FULFILLMENT_SET_NAME = "Entregas en Lima"
const FULFILLMENT_PROVIDER = "manual_manual"

/** The stock room, from which everything is sent. Returns its id. */
export async function ensureStockLocation(
  container: MedusaContainer,
  salesChannelId: string,
): Promise<string> {
  const [existing] = await container
    .resolve(Modules.STOCK_LOCATION)
    .listStockLocations({ name: LOCATION_NAME })
  const location = existing ?? (await createStockLocation(container))
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  await link.create({
    [Modules.STOCK_LOCATION]: { stock_location_id: location.id },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: FULFILLMENT_PROVIDER },
  })
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id: location.id, add: [salesChannelId] },
  })
  return location.id
}

async function createStockLocation(container: MedusaContainer) {
  const { result } = await createStockLocationsWorkflow(container).run({
    input: {
      locations: [
        {
          name: LOCATION_NAME,
          address: {
            address_1: "Av. Larco 345",
            city: "Miraflores",
            province: "Lima",
            country_code: COUNTRY_CODE,
          },
        },
      ],
    },
  })
  return firstOf(result, "stock location")
}

export async function ensureShippingProfile(
  container: MedusaContainer,
): Promise<ShippingProfileDTO> {
  const [existing] = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingProfiles({ type: "default" })
  if (existing) return existing
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "General", type: "default" }] },
  })
  return firstOf(result, "shipping profile")
}

/** Home delivery and collection, with prices in soles. */
export async function ensureShippingOptions(
  container: MedusaContainer,
  input: { stockLocationId: string; shippingProfileId: string },
): Promise<void> {
  const zoneId = await ensureServiceZone(container, input.stockLocationId)
  const existing = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingOptions({ service_zone: { id: zoneId } })
  const names = new Set(existing.map((option) => option.name))
  const missing = SHIPPING_OPTIONS.filter((option) => !names.has(option.name))
  if (missing.length === 0) return
  await createShippingOptionsWorkflow(container).run({
    input: missing.map((option) => ({
      name: option.name,
      price_type: "flat" as const,
      provider_id: FULFILLMENT_PROVIDER,
      service_zone_id: zoneId,
      shipping_profile_id: input.shippingProfileId,
      type: { label: option.label, code: option.code, description: option.description },
      prices: [{ currency_code: CURRENCY_CODE, amount: option.price }],
      rules: [
        { attribute: "enabled_in_store", value: "true", operator: "eq" as const },
        { attribute: "is_return", value: "false", operator: "eq" as const },
      ],
    })),
  })
}

async function ensureServiceZone(
  container: MedusaContainer,
  stockLocationId: string,
): Promise<string> {
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const [existing] = await fulfillment.listFulfillmentSets(
    { name: FULFILLMENT_SET_NAME },
    { relations: ["service_zones"] },
  )
  const set =
    existing ??
    (await fulfillment.createFulfillmentSets({
      name: FULFILLMENT_SET_NAME,
      type: "shipping",
      service_zones: [
        { name: "Perú", geo_zones: [{ country_code: COUNTRY_CODE, type: "country" }] },
      ],
    }))
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.STOCK_LOCATION]: { stock_location_id: stockLocationId },
    [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
  })
  return firstOf(set.service_zones, "service zone").id
}
