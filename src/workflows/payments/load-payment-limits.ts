import type { MedusaContainer } from "@medusajs/framework/types"
import Decimal from "decimal.js"
import type { GatewayCurrency, PaymentGateway } from "../../gateways/gateway"
import { MODULE_LIMITS } from "../../modules/pagoefectivo/limits"
import { formatCentimos } from "../../peru/centimos"
import type { PaymentLimits } from "../../storefront/types"
import { pagoEfectivo } from "../container"

const CURRENCIES: readonly GatewayCurrency[] = ["PEN", "USD"]
const LEAST = "0.01"
const MOST = formatCentimos(MODULE_LIMITS.maxCentimos)

/** The limits of every provider in each currency: the gateway's and those of the options. */
export async function loadPaymentLimits(container: MedusaContainer): Promise<PaymentLimits[]> {
  const service = pagoEfectivo(container)
  const { entries, maximumAmount = MOST } = service.options
  const limits = entries.flatMap(({ providerId }) =>
    CURRENCIES.map((currency) =>
      limitsOf(service.gatewayFor(providerId), currency, { providerId, maximumAmount }),
    ),
  )
  return (await Promise.all(limits)).flat()
}

async function limitsOf(
  gateway: PaymentGateway,
  currency: GatewayCurrency,
  own: { providerId: string; maximumAmount: string },
): Promise<PaymentLimits[]> {
  const unlimited = { minimum: null, maximum: null }
  const limits = gateway.amountLimits ? await gateway.amountLimits(currency) : unlimited
  if (!limits) return []
  const maximum = Decimal.min(own.maximumAmount, limits.maximum ?? MOST, MOST)
  return [
    {
      provider_id: own.providerId,
      currency_code: currency.toLowerCase(),
      minimum_amount: limits.minimum ?? LEAST,
      maximum_amount: maximum.toFixed(2),
    },
  ]
}
