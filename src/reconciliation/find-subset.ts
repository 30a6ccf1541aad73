import type { Centimos } from "../peru/centimos"
import { MAX_DUPLICATE_SEARCH_LINES } from "./limits"

/** Some of the items that sum up to exactly the target, those at the end preferred; null if none do. */
export function findSubset<T extends { amount: Centimos }>(
  items: readonly T[],
  target: Centimos,
): T[] | null {
  const candidates = items.slice(-MAX_DUPLICATE_SEARCH_LINES)
  function search(end: number, missing: Centimos): T[] | null {
    if (missing === 0) {
      return []
    }
    for (let index = end - 1; index >= 0; index--) {
      const item = candidates[index]
      const rest = item && item.amount <= missing ? search(index, missing - item.amount) : null
      if (item && rest !== null) {
        return [...rest, item]
      }
    }
    return null
  }
  return search(candidates.length, target)
}

export function sumAmounts(items: readonly { amount: Centimos }[]): Centimos {
  return items.reduce((sum, item) => sum + item.amount, 0)
}
