import { countVariants } from "../../setup/catalogue"
import { finding, ok, type CheckHealth } from "../health-check"
import { shoppersCurrency } from "../peru"

/** What has no price in a shopper's currency is not sold to them. */
export const prices: CheckHealth = async (context) => {
  const currency = await shoppersCurrency(context)
  const { total, unpriced } = await countVariants(context.container, currency)
  const data = { currency: currency.toUpperCase(), total, unpriced }
  if (total === 0) {
    return finding(
      "warning",
      "No product is on sale.",
      "Publish a product, with a price in the currency of Peru's region.",
      { ...data, finding: "no_product" },
    )
  }
  if (unpriced === 0) return ok(`Everything on sale has a price in ${data.currency}.`, data)
  return finding(
    "warning",
    `${unpriced} variants on sale have no price in ${data.currency}: shoppers from Peru can't buy them.`,
    "Enter prices, or let `npx medusa-payment-pagoefectivo init --rate 3.75` make them from those you have.",
    { ...data, finding: "unpriced" },
  )
}
