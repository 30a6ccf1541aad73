import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { pagoEfectivo } from "../../container"
import { finding, ok, type CheckHealth } from "../health-check"

const CURRENCIES = ["pen", "usd"]
const COUNTRY = "pe"

interface Region {
  id: string
  name: string
  currency_code: string
  countries?: { iso_2: string }[]
  payment_providers?: { id: string; is_enabled: boolean }[]
}

/** Shoppers see PagoEfectivo only in a region that has Peru, a currency it takes, and the provider. */
export const region: CheckHealth = async ({ container }) => {
  const service = pagoEfectivo(container)
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "region",
    fields: [
      "id",
      "name",
      "currency_code",
      "countries.iso_2",
      "payment_providers.id",
      "payment_providers.is_enabled",
    ],
  })
  const regions = data as unknown as Region[]
  const peru = regions.filter(({ countries }) => countries?.some(({ iso_2 }) => iso_2 === COUNTRY))
  const payable = peru.filter(({ currency_code }) => CURRENCIES.includes(currency_code))
  const enabled = payable.filter(({ payment_providers }) =>
    payment_providers?.some(({ id, is_enabled }) => is_enabled && service.ownsProvider(id)),
  )
  const values = {
    regions: enabled.map(({ id, name, currency_code }) => ({ id, name, currency_code })),
  }
  if (enabled.length > 0) {
    return ok(`PagoEfectivo is offered in ${enabled.map(({ name }) => name).join(", ")}.`, values)
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
    peru.length > 0
      ? "The region with Peru uses a currency that PagoEfectivo does not take."
      : "No region has Peru.",
    "Under Settings, Regions, make a region with Peru and soles (PEN) or US dollars (USD), and enable PagoEfectivo in it.",
    { ...values, finding: peru.length > 0 ? "currency" : "no_region" },
  )
}
