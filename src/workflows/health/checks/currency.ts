import { Modules } from "@medusajs/framework/utils"
import { finding, ok, type CheckHealth } from "../health-check"
import { OR_INIT, shoppersCurrency } from "../peru"

/** Prices can be entered in the store's currencies only. */
export const currency: CheckHealth = async (context) => {
  const wanted = await shoppersCurrency(context)
  const stores = await context.container
    .resolve(Modules.STORE)
    .listStores({}, { relations: ["supported_currencies"] })
  const has = stores.some(({ supported_currencies }) =>
    supported_currencies?.some(({ currency_code }) => currency_code === wanted),
  )
  const data = { currency: wanted.toUpperCase() }
  if (has) return ok(`The store sells in ${data.currency}.`, data)
  return finding(
    "warning",
    `The store does not sell in ${data.currency}: prices can't be entered in it.`,
    `Add it under Settings, Store, currencies. ${OR_INIT}`,
    data,
  )
}
