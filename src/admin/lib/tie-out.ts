import type { AdminPayout } from "../../http-types"
import { fromCentimos, toCentimos } from "./money"

/**
 * Whether a payout adds up: gross − fee (with its IGV) = net, net = what the gateway declares, and
 * net = what the bank received. Only what is known is compared; nothing known is `unknown`, and so is
 * a payout of a day to come.
 * `difference` is the first one found, as decimal text.
 */
export function tieOut(
  payout: Pick<
    AdminPayout,
    "gross" | "fees" | "net" | "announced_net" | "declared_total" | "bank_deposit"
  >,
): { state: "whole" | "off" | "unknown"; difference: string } {
  const [gross, fee, net] = [payout.gross, payout.fees, payout.net].map(toCentimos)
  const isAnnounced = payout.announced_net !== null
  if (gross == null || fee == null || net == null || isAnnounced) {
    return { state: "unknown", difference: "0.00" }
  }
  const known = [payout.bank_deposit, payout.declared_total]
    .flatMap((amount) => (amount === null ? [] : [toCentimos(amount)]))
    .flatMap((amount) => (amount === null ? [] : [amount - net]))
  const off = [net - (gross - fee), ...known].find((one) => one !== 0n)
  if (off !== undefined) return { state: "off", difference: fromCentimos(off) }
  return { state: known.length > 0 ? "whole" : "unknown", difference: "0.00" }
}
