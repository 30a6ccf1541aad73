import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { PAYABLE_CURRENCIES, PERU } from "./peru"

export interface PeruRegion {
  id: string
  name: string
  currency_code: string
  payment_providers?: { id: string; is_enabled: boolean }[]
}

export interface PeruRegions {
  /** Regions with Peru; Medusa lets a country stand in one region only. */
  withPeru: PeruRegion[]
  /** Those of them whose currency PagoEfectivo takes. */
  payable: PeruRegion[]
  /** Those of them that offer one of the providers asked for. */
  offering: PeruRegion[]
}

/** Where shoppers from Peru end up, and whether they are offered one of `providerIds` there. */
export async function findPeruRegions(
  container: MedusaContainer,
  providerIds: readonly string[],
): Promise<PeruRegions> {
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
  const regions = data as unknown as (PeruRegion & { countries?: { iso_2: string }[] })[]
  const withPeru = regions.filter(({ countries }) => countries?.some(({ iso_2 }) => iso_2 === PERU))
  const payable = withPeru.filter(({ currency_code }) => PAYABLE_CURRENCIES.includes(currency_code))
  const offering = payable.filter(({ payment_providers }) =>
    payment_providers?.some(({ id, is_enabled }) => is_enabled && providerIds.includes(id)),
  )
  return { withPeru, payable, offering }
}

/** The currency that shoppers from Peru pay in; soles where there is no region for them yet. */
export function currencyOf({ payable, offering }: PeruRegions, fallback: string): string {
  return (offering[0] ?? payable[0])?.currency_code ?? fallback
}
