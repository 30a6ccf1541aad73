import {
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import { findDelivery } from "../find-delivery"
import { PERU } from "../peru"
import { found, type SetupStep } from "../setup-step"

const NAME = "Perú"

/** A place that things are sent from, for the shop's sales channel. */
export const stockLocationStep: SetupStep = {
  async look({ container, currencyCode }) {
    const { salesChannelId, locations, linked } = await findDelivery(container, currencyCode)
    const names = (linked.length > 0 ? linked : locations).map(({ name }) => name)
    if (linked.length > 0) return found("done", { locations: names })
    if (!salesChannelId) return found("blocked", { finding: "no_channel" })
    if (locations.length > 1) return found("blocked", { locations: names, finding: "choose" })
    return locations.length === 1
      ? found("missing", { locations: names, finding: "link" })
      : found("missing", { locations: [NAME], finding: "create" })
  },

  async run({ container, currencyCode }) {
    const { salesChannelId, locations } = await findDelivery(container, currencyCode)
    const id = locations[0]?.id ?? (await create(container))
    await linkSalesChannelsToStockLocationWorkflow(container).run({
      input: { id, add: salesChannelId ? [salesChannelId] : [] },
    })
  },
}

async function create(container: Parameters<typeof createStockLocationsWorkflow>[0]) {
  const { result } = await createStockLocationsWorkflow(container).run({
    input: { locations: [{ name: NAME, address: { address_1: "", country_code: PERU } }] },
  })
  return result[0]?.id ?? ""
}
