import type { AdminPayout } from "../../http-types"
import { toCentimos } from "./money"

type Compared = Pick<
  AdminPayout,
  "state" | "difference" | "declared_difference" | "lines_difference"
>

/** By how much a payout does not add up: the first that is not zero; null where nothing is off. */
export function payoutDifference(payout: Compared): string | null {
  if (payout.state !== "off") return null
  const known = [payout.lines_difference, payout.difference, payout.declared_difference]
  return known.find((one) => one !== null && toCentimos(one) !== 0n) ?? null
}
