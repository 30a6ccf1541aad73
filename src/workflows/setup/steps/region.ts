import { createRegionsWorkflow, updateRegionsWorkflow } from "@medusajs/medusa/core-flows"
import { findPeruRegions } from "../find-regions"
import { PERU } from "../peru"
import { found, type SetupStep } from "../setup-step"

const NAME = "Perú"

/** A region with Peru, a currency that PagoEfectivo takes, and the payment provider. */
export const regionStep: SetupStep = {
  async look({ container, providerIds, currencyCode }) {
    const { withPeru, payable, offering } = await findPeruRegions(container, providerIds)
    const [first] = offering.length > 0 ? offering : payable.length > 0 ? payable : withPeru
    const currency = (first?.currency_code ?? currencyCode).toUpperCase()
    const data = { region: first?.name ?? NAME, currency }
    if (offering.length > 0) return found("done", data)
    if (payable.length > 0) return found("missing", { ...data, finding: "enable" })
    if (withPeru.length > 0) return found("blocked", { ...data, finding: "currency" })
    return found("missing", { ...data, finding: "create" })
  },

  async run({ container, providerIds, currencyCode }) {
    const [existing] = (await findPeruRegions(container, providerIds)).payable
    if (existing) {
      const known = (existing.payment_providers ?? []).map(({ id }) => id)
      await updateRegionsWorkflow(container).run({
        input: {
          selector: { id: existing.id },
          update: { payment_providers: [...new Set([...known, ...providerIds])] },
        },
      })
      return
    }
    await createRegionsWorkflow(container).run({
      input: {
        regions: [
          {
            name: NAME,
            currency_code: currencyCode,
            countries: [PERU],
            is_tax_inclusive: true,
            payment_providers: [...providerIds],
          },
        ],
      },
    })
  },
}
