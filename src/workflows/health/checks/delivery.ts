import { findDelivery } from "../../setup/find-delivery"
import { finding, ok, type CheckHealth } from "../health-check"
import { OR_INIT, shoppersCurrency } from "../peru"

/** A cart whose products are shipped can't be completed without a way to ship them. */
export const delivery: CheckHealth = async (context) => {
  const currency = await shoppersCurrency(context)
  const found = await findDelivery(context.container, currency)
  const data = { currency: currency.toUpperCase(), options: found.priced.map(({ name }) => name) }
  const warn = (name: string, message: string, todo: string) =>
    finding("warning", message, `${todo} ${OR_INIT}`, { ...data, finding: name })
  if (found.linked.length === 0) {
    return warn(
      "no_location",
      "No stock location serves the shop's sales channel.",
      "Under Settings, Locations & shipping, open a location and add the sales channel.",
    )
  }
  if (found.zones.length === 0) {
    return warn(
      "no_zone",
      "Nothing is delivered to Peru.",
      "Under Settings, Locations & shipping, add a service zone with Peru.",
    )
  }
  if (found.options.length === 0) {
    return warn(
      "no_option",
      "There is no shipping option for Peru.",
      "Under Settings, Locations & shipping, add one to the service zone with Peru.",
    )
  }
  if (found.priced.length === 0) {
    return warn(
      "no_price",
      `No shipping option for Peru has a price in ${data.currency}.`,
      "Under Settings, Locations & shipping, give one a price in that currency.",
    )
  }
  if (found.unservedProfiles.length > 0) {
    return warn(
      "profile",
      "Some products are of a shipping profile that is not delivered to Peru: carts with them can't be completed.",
      "Under Settings, Locations & shipping, add a shipping option for that profile.",
    )
  }
  return ok(`Delivered to Peru: ${data.options.join(", ")}.`, data)
}
