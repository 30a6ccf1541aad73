import {
  createRegionsWorkflow,
  createTaxRegionsWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer, RegionDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { COUNTRY_CODE, CURRENCY_CODE, IGV_PERCENT, REGION_NAME } from "./shop-data"

/** Peru with soles and the payment providers that are installed, if it is not there yet. */
export async function ensureRegion(container: MedusaContainer): Promise<RegionDTO> {
  await ensureCurrency(container)
  await ensureTaxRegion(container)
  const [existing] = await container
    .resolve(Modules.REGION)
    .listRegions({ name: REGION_NAME, currency_code: CURRENCY_CODE })
  if (existing) return existing

  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: REGION_NAME,
          currency_code: CURRENCY_CODE,
          countries: [COUNTRY_CODE],
          is_tax_inclusive: true,
          payment_providers: await paymentProviders(container),
        },
      ],
    },
  })
  return firstOf(result, "region")
}

async function ensureCurrency(container: MedusaContainer): Promise<void> {
  const [store] = await container
    .resolve(Modules.STORE)
    .listStores({}, { relations: ["supported_currencies"] })
  if (!store || store.supported_currencies?.some((c) => c.currency_code === CURRENCY_CODE)) return
  const kept = (store.supported_currencies ?? []).map(({ currency_code }) => ({ currency_code }))
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: store.id },
      update: {
        name: "Tienda Sol",
        supported_currencies: [
          { currency_code: CURRENCY_CODE, is_default: true, is_tax_inclusive: true },
          ...kept,
        ],
      },
    },
  })
}

async function ensureTaxRegion(container: MedusaContainer): Promise<void> {
  const [existing] = await container
    .resolve(Modules.TAX)
    .listTaxRegions({ country_code: COUNTRY_CODE })
  if (existing) return
  await createTaxRegionsWorkflow(container).run({
    input: [
      {
        country_code: COUNTRY_CODE,
        provider_id: "tp_system",
        default_tax_rate: { name: "IGV", code: "IGV", rate: IGV_PERCENT },
      },
    ],
  })
}

/** PagoEfectivo alone, so that the shop shows what it is for. */
async function paymentProviders(container: MedusaContainer): Promise<string[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment_provider",
    fields: ["id"],
    filters: { is_enabled: true },
  })
  const ids = data.map((provider) => provider.id)
  const pagoEfectivo = ids.filter((id) => id.startsWith("pp_pagoefectivo"))
  return pagoEfectivo.length > 0 ? pagoEfectivo : ids
}

export function firstOf<T>(rows: readonly T[], what: string): T {
  const [first] = rows
  if (first === undefined) throw new Error(`The store created no ${what}.`)
  return first
}
