import { createFeeCard, type FeeCard, type FeeCardOptions } from "./fee-card"

/** Rate cards of a store: one for all providers, and those of providers with a contract of their own. */
export interface FeeCards {
  /** For every provider without one of its own; null: their fees are not judged. */
  readonly common: FeeCard | null
  /** By provider; null: its fees are not judged. */
  readonly own: ReadonlyMap<string, FeeCard | null>
  of(providerId: string): FeeCard | null
}

/** @throws ZodError as `createFeeCard` */
export function createFeeCards(
  common: FeeCardOptions | null,
  own: ReadonlyMap<string, FeeCardOptions | null>,
): FeeCards {
  const create = (options: FeeCardOptions | null) => options && createFeeCard(options)
  const commonCard = create(common)
  const cards = new Map([...own].map(([id, options]) => [id, create(options)]))
  return {
    common: commonCard,
    own: cards,
    of: (providerId) => {
      const card = cards.get(providerId)
      return card === undefined ? commonCard : card
    },
  }
}
