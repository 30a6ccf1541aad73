import type { AdminPayout } from "../../http-types"
import { fromCentimos, toCentimos } from "./money"

/**
 * Whether a payout adds up: gross − fee (with its IGV) = net, net = what the gateway declares, and
 * net = what the bank received. Only what is known is compared; nothing known is `unknown`.
 * `difference` is the first one found, as decimal text.
 */
export function tieOut(
  payout: Pick<AdminPayout, "gross" | "fees" | "net" | "declared_total" | "bank_deposit">,
): { state: "whole" | "off" | "unknown"; difference: string } {
  const [gross, fee, net] = [payout.gross, payout.fees, payout.net].map(toCentimos)
  if (gross == null || fee == null || net == null) return { state: "unknown", difference: "0.00" }
  const known = [payout.bank_deposit, payout.declared_total]
    .flatMap((amount) => (amount === null ? [] : [toCentimos(amount)]))
    .flatMap((amount) => (amount === null ? [] : [amount - net]))
  const off = [net - (gross - fee), ...known].find((one) => one !== 0n)
  if (off !== undefined) return { state: "off", difference: fromCentimos(off) }
  return { state: known.length > 0 ? "whole" : "unknown", difference: "0.00" }
}
