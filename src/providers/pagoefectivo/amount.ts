import type { BigNumberInput } from "@medusajs/framework/types"
import { BigNumber, type MedusaError } from "@medusajs/framework/utils"
import type { AmountLimits, GatewayCurrency } from "../../gateways/gateway"
import { formatCentimos } from "../../peru/centimos"
import { roundToCentimos } from "../../peru/rounding"
import { MODULE_LIMITS } from "../../modules/pagoefectivo/limits"
import type { ProblemCode } from "../../voucher/format/problem-code"
import { shopperProblem } from "./shopper-problem"

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
    throw refuse(
      "currency_not_supported",
      `PagoEfectivo takes PEN and USD; this payment is in ${currencyCode.toUpperCase()}.`,
    )
  }
  const found = new BigNumber(amount).bigNumber?.toFixed() ?? String(amount)
  const centimos = roundToCentimos(found)
  if (centimos <= 0) {
    throw refuse(
      "amount_too_small",
      `PagoEfectivo needs an amount above zero; this payment is over ${found} ${currency}.`,
    )
  }
  const maximum = Math.min(
    maximumAmount ? roundToCentimos(maximumAmount) : Infinity,
    MODULE_LIMITS.maxCentimos,
  )
  if (centimos > maximum) {
    throw refuse(
      "amount_too_large",
      `A PagoEfectivo code may cost at most ${formatCentimos(maximum)} ${currency}; this payment is over ${formatCentimos(centimos)} ${currency}.`,
    )
  }
  return { amount: formatCentimos(centimos), centimos, currency }
}

/**
 * Checks an amount against what its gateway takes, when the method is chosen.
 * @throws MedusaError (invalid_data); `limits` is null where the currency is not taken.
 */
export function withinLimits(payable: PayableAmount, limits: AmountLimits | null): PayableAmount {
  const { amount, centimos, currency } = payable
  if (limits === null) {
    throw refuse("currency_not_supported", `This shop's PagoEfectivo does not take ${currency}.`)
  }
  const { minimum, maximum } = limits
  if (minimum !== null && centimos < roundToCentimos(minimum)) {
    throw refuse(
      "amount_too_small",
      `A PagoEfectivo code must cost at least ${minimum} ${currency}; this payment is over ${amount} ${currency}.`,
    )
  }
  if (maximum !== null && centimos > roundToCentimos(maximum)) {
    throw refuse(
      "amount_too_large",
      `A PagoEfectivo code may cost at most ${maximum} ${currency}; this payment is over ${amount} ${currency}.`,
    )
  }
  return payable
}

function refuse(code: ProblemCode, sentence: string): MedusaError {
  return shopperProblem(code, sentence, "invalid_data")
}
