import {
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  deleteShippingOptionsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { findDelivery, zonesOf, type DeliveryInPeru, type ServiceZone } from "../find-delivery"
import { SOLES } from "../peru"
import { found, type SetupContext, type SetupStep } from "../setup-step"

const NAME = "Envío a todo el Perú"
/** Medusa's own: the merchant packs and sends. */
const PROVIDER = "manual_manual"
const USUAL_PRICES: Record<string, string> = { [SOLES]: "15.00", usd: "4.00" }

/** Something priced to choose for each kind of product that is shipped. */
export const shippingOptionStep: SetupStep = {
  async look(context) {
    const { priced, unservedProfiles } = await findDelivery(context.container, context.currencyCode)
    const names = priced.map(({ name }) => name)
    if (priced.length > 0 && unservedProfiles.length === 0) return found("done", { options: names })
    const [provider] = await context.container
      .resolve(Modules.FULFILLMENT)
      .listFulfillmentProviders({ id: PROVIDER })
    // Medusa's type of a provider leaves this out.
    if (!(provider as { is_enabled?: boolean } | undefined)?.is_enabled) {
      return found("blocked", { provider: PROVIDER })
    }
    const data = { price: priceOf(context), currency: context.currencyCode.toUpperCase() }
    return found("missing", { ...data, options: [NAME] })
  },

  async run(context) {
    const { container, currencyCode } = context
    const delivery = await findDelivery(container, currencyCode)
    const [zone] = delivery.zones
    if (!zone) return
    await linkProvider(container, delivery, zone)
    await removeLeftovers(container, zone)
    const profiles = await profilesToServe(container, delivery)
    await createShippingOptionsWorkflow(container).run({
      input: profiles.map((shipping_profile_id) => ({
        name: NAME,
        price_type: "flat" as const,
        provider_id: PROVIDER,
        service_zone_id: zone.id,
        shipping_profile_id,
        type: { label: "Estándar", code: "standard", description: "A cualquier parte del Perú" },
        prices: [{ currency_code: currencyCode, amount: Number(priceOf(context)) }],
        rules: [
          { attribute: "enabled_in_store", value: "true", operator: "eq" as const },
          { attribute: "is_return", value: "false", operator: "eq" as const },
        ],
      })),
    })
  },
}

function priceOf({ wishes, currencyCode }: SetupContext): string {
  return wishes.shippingPrice ?? USUAL_PRICES[currencyCode] ?? "0.00"
}

/** A location offers only what is sent by providers that it is linked to. */
async function linkProvider(
  container: MedusaContainer,
  { linked }: DeliveryInPeru,
  zone: ServiceZone,
): Promise<void> {
  const location = linked.find((candidate) => zonesOf(candidate).some(({ id }) => id === zone.id))
  if (!location || location.fulfillment_providers?.some((known) => known?.id === PROVIDER)) return
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.STOCK_LOCATION]: { stock_location_id: location.id },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: PROVIDER },
  })
}

/** An option whose price was not reached, because the process died, can't be chosen by anybody. */
async function removeLeftovers(container: MedusaContainer, zone: ServiceZone): Promise<void> {
  const ids = (zone.shipping_options ?? [])
    .filter(({ name, prices }) => name === NAME && !prices?.length)
    .map(({ id }) => id)
  if (ids.length > 0) await deleteShippingOptionsWorkflow(container).run({ input: { ids } })
}

async function profilesToServe(
  container: MedusaContainer,
  { unservedProfiles, priced }: DeliveryInPeru,
): Promise<string[]> {
  if (unservedProfiles.length > 0 || priced.length > 0) return unservedProfiles
  const profiles = await container.resolve(Modules.FULFILLMENT).listShippingProfiles({})
  const usual = profiles.find(({ type }) => type === "default") ?? profiles[0]
  return [usual?.id ?? (await createProfile(container))]
}

async function createProfile(container: MedusaContainer): Promise<string> {
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Default Shipping Profile", type: "default" }] },
  })
  return result[0]?.id ?? ""
}
