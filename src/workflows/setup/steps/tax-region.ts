import { createTaxRegionsWorkflow } from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import { PERU } from "../peru"
import { found, type SetupStep } from "../setup-step"

/**
 * Where a store has tax regions, Peru gets one too. Without a rate: whether the merchant owes IGV is
 * not this plugin's to say.
 */
export const taxRegionStep: SetupStep = {
  async look({ container }) {
    const regions = await container.resolve(Modules.TAX).listTaxRegions({})
    if (regions.length === 0) return found("done", { finding: "unused" })
    const has = regions.some(({ country_code, parent_id }) => country_code === PERU && !parent_id)
    return found(has ? "done" : "missing")
  },

  async run({ container }) {
    await createTaxRegionsWorkflow(container).run({
      input: [{ country_code: PERU, provider_id: "tp_system" }],
    })
  },
}
