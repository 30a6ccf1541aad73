import { pagoEfectivo } from "../../container"
import { findPeruRegions } from "../../setup/find-regions"
import { finding, ok, type CheckHealth } from "../health-check"

/** Shoppers see PagoEfectivo only in a region that has Peru, a currency it takes, and the provider. */
export const region: CheckHealth = async ({ container }) => {
  const providerIds = pagoEfectivo(container).options.entries.map(({ providerId }) => providerId)
  const { withPeru, payable, offering } = await findPeruRegions(container, providerIds)
  const values = {
    regions: offering.map(({ id, name, currency_code }) => ({ id, name, currency_code })),
  }
  if (offering.length > 0) {
    return ok(`PagoEfectivo is offered in ${offering.map(({ name }) => name).join(", ")}.`, values)
  }
  if (payable.length > 0) {
    const names = payable.map(({ name }) => name).join(", ")
    return finding(
      "problem",
      `PagoEfectivo is not enabled in ${names}.`,
      "Enable it under Settings, Regions, payment providers.",
      { ...values, finding: "provider_not_enabled" },
    )
  }
  return finding(
    "problem",
    withPeru.length > 0
      ? "The region with Peru uses a currency that PagoEfectivo does not take."
      : "No region has Peru.",
    "Under Settings, Regions, make a region with Peru and soles (PEN) or US dollars (USD), and enable PagoEfectivo in it.",
    { ...values, finding: withPeru.length > 0 ? "currency" : "no_region" },
  )
}
