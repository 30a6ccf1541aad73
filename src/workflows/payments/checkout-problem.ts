import { MedusaError } from "@medusajs/framework/utils"
import type { CheckoutProblem } from "../../reconciliation"

/** The platform tells most of its refusals apart by their words only. */
const BY_WORDS: [RegExp, CheckoutProblem][] = [
  [/required inventory|not enough|insufficient/i, "not_enough_stock"],
  [/no items/i, "no_items"],
  [/shipping/i, "no_delivery"],
  [/payment (collection|session|provider)/i, "no_payment_method"],
  [/price/i, "no_price"],
]

/** The workflow engine got in its own way, as when steps fail side by side: the next try tells why. */
const NO_REFUSAL = /^Updating (State|Status) from/

/** Why the platform placed no order, in the shop's words; null when it did not refuse, but fail. */
export function checkoutProblem(error: unknown): CheckoutProblem | null {
  if (!MedusaError.isMedusaError(error) || NO_REFUSAL.test(error.message)) return null
  const { code, message } = error
  if (code === MedusaError.Codes.INSUFFICIENT_INVENTORY) return "not_enough_stock"
  return BY_WORDS.find(([words]) => words.test(message))?.[1] ?? "refused"
}
