import { createServiceZonesWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { findDelivery, type StockLocation } from "../find-delivery"
import { PERU } from "../peru"
import { found, type SetupStep } from "../setup-step"

const NAME = "Perú"

/** A service zone with Peru, at a place that serves the shop's sales channel. */
export const serviceZoneStep: SetupStep = {
  async look({ container, currencyCode }) {
    const { zones } = await findDelivery(container, currencyCode)
    if (zones.length === 0) return found("missing", { zones: [NAME] })
    return found("done", { zones: zones.map(({ name }) => name) })
  },

  async run({ container, currencyCode }) {
    const { linked } = await findDelivery(container, currencyCode)
    const location = linked.find(shippingSetOf) ?? linked[0]
    if (!location) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        "No stock location serves the shop's sales channel, so there is none that could deliver.",
      )
    }
    const setId = shippingSetOf(location)?.id ?? (await makeShippingSet(container, location))
    await createServiceZonesWorkflow(container).run({
      input: {
        data: [
          {
            name: await freeName(container, location),
            fulfillment_set_id: setId,
            geo_zones: [{ type: "country", country_code: PERU }],
          },
        ],
      },
    })
  },
}

function shippingSetOf({ fulfillment_sets }: StockLocation) {
  return fulfillment_sets?.find((set) => set?.type === "shipping") ?? undefined
}

/** Named as the admin names it. One that was made and not linked, because the process died, is taken. */
async function makeShippingSet(
  container: MedusaContainer,
  location: StockLocation,
): Promise<string> {
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const name = `${location.name} shipping`
  const [known] = await fulfillment.listFulfillmentSets({ name })
  const set = known ?? (await fulfillment.createFulfillmentSets({ name, type: "shipping" }))
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.STOCK_LOCATION]: { stock_location_id: location.id },
    [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
  })
  return set.id
}

/** Names of zones are unique in a store. */
async function freeName(container: MedusaContainer, { name }: StockLocation): Promise<string> {
  const [taken] = await container.resolve(Modules.FULFILLMENT).listServiceZones({ name: NAME })
  return taken ? `${NAME} (${name})` : NAME
}
