import type { CivilDay } from "../peru/lima"
import { createFeeCard, type FeeCard, type FeeCardOptions } from "./fee-card"

/** A rate card and the first day of Lima whose payments it is for. */
export interface DatedFeeCard {
  /** Null: since ever. */
  from: CivilDay | null
  /** Null: fees are not judged. */
  card: FeeCardOptions | null
}

/** The card of a day of payment; of a payment of unknown day, the oldest one. */
export type FeeCardOn = (day: CivilDay | null) => FeeCard | null

/**
 * Rate cards of a store, as a table: for every provider without one of its own (row 0) and for each
 * provider with a contract of its own, by period.
 */
export interface FeeCards {
  /** Of the rows from 1 on. */
  readonly ownProviders: readonly string[]
  /** First days of the periods after the first, ascending. */
  readonly starts: readonly CivilDay[]
  /** By row and period; null: fees are not judged. */
  readonly table: readonly (readonly (FeeCard | null)[])[]
  of(providerId: string): FeeCardOn
}

/** @throws ZodError as `createFeeCard` */
export function createFeeCards(
  common: readonly DatedFeeCard[],
  own: ReadonlyMap<string, readonly DatedFeeCard[]>,
): FeeCards {
  const ownProviders = [...own.keys()]
  const all = [...common, ...[...own.values()].flat()]
  const starts = [...new Set(all.flatMap(({ from }) => from ?? []))].sort((one, two) => one - two)
  const periods: (CivilDay | null)[] = [null, ...starts]
  const made = new Map(all.map(({ card }) => [card, card && createFeeCard(card)]))
  const cardOf = (start: CivilDay | null, dated: readonly DatedFeeCard[]) => {
    const found = cardInForce(dated, start) ?? cardInForce(common, start)
    return (found?.card && made.get(found.card)) ?? null
  }
  const table = [common, ...own.values()].map((dated) =>
    periods.map((start) => cardOf(start, dated)),
  )
  const periodOf = (day: CivilDay | null) =>
    day === null ? 0 : starts.filter((start) => start <= day).length
  return {
    ownProviders,
    starts,
    table,
    of: (providerId) => {
      const row = table[ownProviders.indexOf(providerId) + 1]
      return (day) => row?.[periodOf(day)] ?? null
    },
  }
}

/** Of cards in any order the latest that had begun on a day; undefined before the first. */
export function cardInForce<Card extends DatedFeeCard>(
  dated: readonly Card[],
  day: CivilDay | null,
): Card | undefined {
  const begun = dated.filter(({ from }) => from === null || (day !== null && from <= day))
  return begun.reduce<Card | undefined>(
    (latest, card) => ((card.from ?? -Infinity) >= (latest?.from ?? -Infinity) ? card : latest),
    undefined,
  )
}
