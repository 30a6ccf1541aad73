import { updateStoresWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { found, type SetupStep } from "../setup-step"

/** Prices can be entered only in a currency that the store sells in. */
export const currencyStep: SetupStep = {
  async look({ container, currencyCode }) {
    const { currencies } = await loadStore(container)
    const data = { currency: currencyCode.toUpperCase() }
    const has = currencies.some(({ currency_code }) => currency_code === currencyCode)
    return found(has ? "done" : "missing", data)
  },

  async run({ container, currencyCode }) {
    const { id, currencies } = await loadStore(container)
    await updateStoresWorkflow(container).run({
      input: {
        selector: { id },
        update: {
          supported_currencies: [
            ...currencies.map(({ currency_code, is_default }) => ({ currency_code, is_default })),
            // What a shop in Peru shows its customers includes tax, by law.
            {
              currency_code: currencyCode,
              is_default: currencies.length === 0,
              is_tax_inclusive: true,
            },
          ],
        },
      },
    })
  },
}

async function loadStore(container: MedusaContainer) {
  const [store] = await container
    .resolve(Modules.STORE)
    .listStores({}, { take: 1, relations: ["supported_currencies"] })
  if (!store) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no store.")
  return { id: store.id, currencies: store.supported_currencies ?? [] }
}
