import type { LineFacts } from "./facts"

/** After every other text. */
const LAST = "\uffff"

/**
 * Compares what two lines say about money, and only then when and where they said it: the same facts
 * give the same cases, in whatever order rows and files came, and under whatever dates.
 */
export function compareLines(one: LineFacts, other: LineFacts): number {
  return (
    one.amount - other.amount ||
    compareNumbers(one.fee, other.fee) ||
    compareNumbers(one.net, other.net) ||
    compareTexts(one.paymentId, other.paymentId) ||
    compareTexts(one.fxRate, other.fxRate) ||
    compareNumbers(one.creditedAt, other.creditedAt) ||
    compareTexts(one.id, other.id)
  )
}

function compareNumbers(one: number | null, other: number | null): number {
  if (one === other) return 0
  return (one ?? Infinity) - (other ?? Infinity)
}

function compareTexts(one: string | null, other: string | null): number {
  if (one === other) return 0
  return (one ?? LAST) < (other ?? LAST) ? -1 : 1
}
