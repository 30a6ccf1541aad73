import { LIMA_DAY_NUMBER } from "./lima"

/**
 * The number of the rate card that a payment is charged by, row by row and in each row by period.
 * Takes `:ownProviders`, `:starts` and `:periods`; most stores have one card, and look nothing up.
 */
export function cardNumber(
  cards: { ownProviders: readonly string[]; starts: readonly number[] },
  providerId: string,
  paidAt: string,
): string {
  const row =
    cards.ownProviders.length > 0
      ? `coalesce(array_position(:ownProviders::text[], ${providerId}), 0)`
      : "0"
  if (cards.starts.length === 0) return row
  const period = `width_bucket(${LIMA_DAY_NUMBER(paidAt)}, :starts::integer[])`
  return `(${row} * :periods::integer + ${period})`
}
