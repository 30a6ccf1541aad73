import { Modules } from "@medusajs/framework/utils"
import { countVariants, nextUnpriced } from "../catalogue"
import { convert } from "../convert"
import { found, type SetupContext, type SetupStep } from "../setup-step"

/**
 * A price for everything on sale that has none in the currency of Peru's region, from the price it has
 * in another one. Prices that are there are never changed.
 */
export const pricesStep: SetupStep = {
  async look(context) {
    const { container, wishes, currencyCode } = context
    const { total, unpriced } = await countVariants(container, currencyCode)
    const from = fromOf(context)
    const data = {
      currency: currencyCode.toUpperCase(),
      total,
      unpriced,
      from: from?.toUpperCase() ?? null,
    }
    if (total === 0) return found("left", { ...data, finding: "no_product" })
    if (unpriced === 0) return found("done", data)
    const [first] = from ? await nextUnpriced(container, { currencyCode, from, after: "" }) : []
    if (!first) return found("left", { ...data, finding: "no_base" })
    if (!wishes.rate) return found("left", { ...data, finding: "no_rate" })
    return found("missing", { ...data, rate: wishes.rate.rate })
  },

  async run(context) {
    const { container, wishes, currencyCode } = context
    const from = fromOf(context)
    if (!wishes.rate || !from) return
    const { rate } = wishes.rate
    let after = ""
    for (;;) {
      const variants = await nextUnpriced(container, { currencyCode, from, after })
      if (variants.length === 0) return
      // Medusa's workflow for a variant's prices takes all of them and replaces what is there; adding
      // one can't lose another that is entered at the same time.
      await container.resolve(Modules.PRICING).addPrices(
        variants.map(({ price_set_id, amount }) => ({
          priceSetId: price_set_id,
          prices: [{ currency_code: currencyCode, amount: Number(convert(amount, rate)) }],
        })),
      )
      after = variants.at(-1)?.id ?? after
    }
  },
}

function fromOf({ wishes, ownCurrencyCode }: SetupContext): string | null {
  return wishes.rate?.from ?? ownCurrencyCode
}
