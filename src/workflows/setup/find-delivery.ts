import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { usedShippingProfiles } from "./catalogue"
import { PERU } from "./peru"

interface Price {
  currency_code?: string
  price_rules?: { attribute: string }[]
}

export interface ShippingOption {
  id: string
  name: string
  price_type: string
  shipping_profile_id: string | null
  rules?: { attribute: string; value: unknown }[]
  prices?: Price[]
}

export interface ServiceZone {
  id: string
  name: string
  geo_zones?: { country_code: string }[]
  shipping_options?: ShippingOption[]
}

export interface FulfillmentSet {
  id: string
  name: string
  type: string
  service_zones?: ServiceZone[]
}

export interface StockLocation {
  id: string
  name: string
  sales_channels?: ({ id: string } | null)[]
  fulfillment_providers?: ({ id: string } | null)[]
  fulfillment_sets?: (FulfillmentSet | null)[]
}

/** How a parcel gets from the shop to Peru. */
export interface DeliveryInPeru {
  salesChannelId: string | null
  /** All of the store's. */
  locations: StockLocation[]
  /** Those that serve the shop's sales channel. */
  linked: StockLocation[]
  /** With Peru, at those places. */
  zones: ServiceZone[]
  /** What a shopper may choose there. */
  options: ShippingOption[]
  /** Those of them with a price in the currency. */
  priced: ShippingOption[]
  /** Profiles of products on sale for which nothing priced can be chosen. */
  unservedProfiles: string[]
}

/** Looks at delivery to Peru from the store's default sales channel, in one currency. */
export async function findDelivery(
  container: MedusaContainer,
  currencyCode: string,
): Promise<DeliveryInPeru> {
  const [store] = await container.resolve(Modules.STORE).listStores({}, { take: 1 })
  const salesChannelId = store?.default_sales_channel_id ?? null
  const [locations, profiles] = await Promise.all([
    listLocations(container),
    usedShippingProfiles(container),
  ])
  const linked = locations.filter(({ sales_channels }) =>
    sales_channels?.some((channel) => channel?.id === salesChannelId),
  )
  const zones = linked.flatMap(zonesOf).filter(hasPeru)
  const options = zones.flatMap((zone) => zone.shipping_options ?? []).filter(isOffered)
  const priced = options.filter((option) => hasPrice(option, currencyCode))
  const served = new Set(priced.map((option) => option.shipping_profile_id))
  const unservedProfiles = profiles.filter((id) => !served.has(id))
  return { salesChannelId, locations, linked, zones, options, priced, unservedProfiles }
}

async function listLocations(container: MedusaContainer): Promise<StockLocation[]> {
  const zone = "fulfillment_sets.service_zones"
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "stock_location",
    fields: [
      "id",
      "name",
      "sales_channels.id",
      "fulfillment_providers.id",
      "fulfillment_sets.id",
      "fulfillment_sets.name",
      "fulfillment_sets.type",
      `${zone}.id`,
      `${zone}.name`,
      `${zone}.geo_zones.country_code`,
      `${zone}.shipping_options.id`,
      `${zone}.shipping_options.name`,
      `${zone}.shipping_options.price_type`,
      `${zone}.shipping_options.shipping_profile_id`,
      `${zone}.shipping_options.rules.attribute`,
      `${zone}.shipping_options.rules.value`,
      `${zone}.shipping_options.prices.currency_code`,
      `${zone}.shipping_options.prices.price_rules.attribute`,
    ],
  })
  return data as unknown as StockLocation[]
}

export function zonesOf({ fulfillment_sets }: StockLocation): ServiceZone[] {
  return (fulfillment_sets ?? []).flatMap((set) => set?.service_zones ?? [])
}

export function hasPeru({ geo_zones }: ServiceZone): boolean {
  return Boolean(geo_zones?.some(({ country_code }) => country_code === PERU))
}

/** Not for returns, and not for the admin alone. */
function isOffered({ rules = [] }: ShippingOption): boolean {
  const says = (attribute: string, value: string) =>
    rules.some((rule) => rule.attribute === attribute && String(rule.value) === value)
  return !says("is_return", "true") && !says("enabled_in_store", "false")
}

/** A price of one region counts: it is the region of those who pay in the currency. */
function hasPrice({ price_type, prices = [] }: ShippingOption, currencyCode: string): boolean {
  if (price_type === "calculated") return true
  return prices.some(
    ({ currency_code, price_rules = [] }) =>
      currency_code === currencyCode &&
      price_rules.every(({ attribute }) => attribute === "region_id"),
  )
}
