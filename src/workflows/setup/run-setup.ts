import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { PROVIDER_ENTRY_ID, providerIdOf } from "../../config"
import { PAGOEFECTIVO_MODULE, type PagoEfectivoModuleService } from "../../modules/pagoefectivo"
import { currencyOf, findPeruRegions } from "./find-regions"
import { SETUP_LIMITS as LIMITS } from "./limits"
import { SOLES } from "./peru"
import type { SetupContext, SetupFinding, SetupStep, SetupWishes } from "./setup-step"
import { SETUP_STEP_IDS, type SetupStepId } from "./step-ids"
import { currencyStep } from "./steps/currency"
import { pricesStep } from "./steps/prices"
import { publishableKeyStep } from "./steps/publishable-key"
import { regionStep } from "./steps/region"
import { serviceZoneStep } from "./steps/service-zone"
import { shippingOptionStep } from "./steps/shipping-option"
import { stockLocationStep } from "./steps/stock-location"
import { taxRegionStep } from "./steps/tax-region"

const STEPS: Record<SetupStepId, SetupStep> = {
  currency: currencyStep,
  tax_region: taxRegionStep,
  region: regionStep,
  stock_location: stockLocationStep,
  service_zone: serviceZoneStep,
  shipping_option: shippingOptionStep,
  prices: pricesStep,
  publishable_key: publishableKeyStep,
}

export type SetupLook = SetupFinding & { id: SetupStepId }

/**
 * What a store has, and lacks, to sell to Peru. Works also where the plugin is not in the store's
 * configuration yet.
 */
export async function lookAtSetup(
  container: MedusaContainer,
  wishes: SetupWishes,
): Promise<SetupLook[]> {
  const context = await contextOf(container, wishes)
  const looks: SetupLook[] = []
  for (const id of SETUP_STEP_IDS) looks.push({ id, ...(await STEPS[id].look(context)) })
  return looks
}

/**
 * Does what is missing, each step after a look of its own, so that it may be cut short anywhere and
 * repeated. `onDone` hears of each step that did something.
 */
export async function runSetup(
  container: MedusaContainer,
  wishes: SetupWishes,
  onDone: (look: SetupLook) => Promise<void>,
): Promise<void> {
  const run = async () => {
    for (const id of SETUP_STEP_IDS) {
      const context = await contextOf(container, wishes)
      const look = await STEPS[id].look(context)
      if (look.state !== "missing") continue
      await STEPS[id].run(context)
      await onDone({ id, ...look })
    }
  }
  const service = findPlugin(container)
  const hasTables = service && (await service.pendingMigrations()).length === 0
  // Before the plugin's tables are there, one person is at a first set-up.
  if (!hasTables) return run()
  await service.leases.hold("pagoefectivo:setup", LIMITS.lockWaitSeconds, run)
}

function findPlugin(container: MedusaContainer): PagoEfectivoModuleService | undefined {
  return container.resolve<PagoEfectivoModuleService | undefined>(PAGOEFECTIVO_MODULE, {
    allowUnregistered: true,
  })
}

async function contextOf(container: MedusaContainer, wishes: SetupWishes): Promise<SetupContext> {
  const providerIds = findPlugin(container)?.options.entries.map(
    ({ providerId }) => providerId,
  ) ?? [providerIdOf(PROVIDER_ENTRY_ID)]
  const currencyCode = currencyOf(await findPeruRegions(container, providerIds), SOLES)
  const ownCurrencyCode = await ownCurrency(container, currencyCode)
  return { container, wishes, providerIds, currencyCode, ownCurrencyCode }
}

/** The store's default currency, or another of its own where that is the shoppers' already. */
async function ownCurrency(container: MedusaContainer, other: string): Promise<string | null> {
  const [store] = await container
    .resolve(Modules.STORE)
    .listStores({}, { take: 1, relations: ["supported_currencies"] })
  const own = (store?.supported_currencies ?? []).filter(
    ({ currency_code }) => currency_code !== other,
  )
  return (own.find(({ is_default }) => is_default) ?? own[0])?.currency_code ?? null
}
