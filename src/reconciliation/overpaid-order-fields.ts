import { formatCentimos, type Centimos } from "../peru/centimos"
import type { ComparedFields } from "./reasons"

/** What an order owed and what it got, in the same words live and in a run. */
export function overpaidOrderFields(
  paid: Centimos,
  excess: Centimos,
): { expected: ComparedFields; actual: ComparedFields } {
  return {
    expected: { amount: formatCentimos(paid - excess) },
    actual: { amount: formatCentimos(paid) },
  }
}
