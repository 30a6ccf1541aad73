import type { BigNumberInput } from "@medusajs/framework/types"
import { BigNumber, MedusaError } from "@medusajs/framework/utils"
import type { GatewayCurrency } from "../../gateways/gateway"
import { formatCentimos } from "../../peru/centimos"
import { roundToCentimos } from "../../peru/rounding"
import { MODULE_LIMITS } from "../../modules/pagoefectivo/limits"

export interface PayableAmount {
  /** Decimal text with two digits. */
  amount: string
  centimos: number
  currency: GatewayCurrency
}

const CURRENCIES: ReadonlyMap<string, GatewayCurrency> = new Map([
  ["pen", "PEN"],
  ["usd", "USD"],
])

/**
 * Checks an amount when the session is made, not at the end of the checkout. More than two decimals
 * are rounded half up.
 * @throws MedusaError (invalid_data) naming what was found and what is allowed.
 */
export function payableAmount(
  amount: BigNumberInput,
  currencyCode: string,
  maximumAmount: string | undefined,
): PayableAmount {
  const currency = CURRENCIES.get(currencyCode.toLowerCase())
  if (!currency) {
    throw invalid(
      `PagoEfectivo takes PEN and USD; this payment is in ${currencyCode.toUpperCase()}.`,
    )
  }
  const found = new BigNumber(amount).bigNumber?.toFixed() ?? String(amount)
  const centimos = roundToCentimos(found)
  if (centimos <= 0) {
    throw invalid(
      `PagoEfectivo needs an amount above zero; this payment is over ${found} ${currency}.`,
    )
  }
  const maximum = Math.min(
    maximumAmount ? roundToCentimos(maximumAmount) : Infinity,
    MODULE_LIMITS.maxCentimos,
  )
  if (centimos > maximum) {
    throw invalid(
      `A PagoEfectivo code may cost at most ${formatCentimos(maximum)} ${currency}; this payment is over ${formatCentimos(centimos)} ${currency}.`,
    )
  }
  return { amount: formatCentimos(centimos), centimos, currency }
}

function invalid(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, message)
}
