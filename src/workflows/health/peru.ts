import { pagoEfectivo } from "../container"
import { currencyOf, findPeruRegions } from "../setup/find-regions"
import { SOLES } from "../setup/peru"
import type { HealthContext } from "./health-check"

/** What most checks of the set-up end with. */
export const OR_INIT = "Or let `npx medusa-payment-pagoefectivo init` do it."

/** The currency in which shoppers from Peru see the shop. */
export async function shoppersCurrency({ container }: HealthContext): Promise<string> {
  const providerIds = pagoEfectivo(container).options.entries.map(({ providerId }) => providerId)
  return currencyOf(await findPeruRegions(container, providerIds), SOLES)
}
