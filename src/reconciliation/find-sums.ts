import type { Centimos } from "../peru/centimos"
import { MAX_TRIPLE_VALUES, SEARCH_STEPS_PER_TURN } from "./limits"

/** Searches give way to others now and then: whoever runs one decides how. */
export type Search<Result> = Generator<void, Result, void>

interface Valued {
  value: Centimos
  /** Where it stands, at most three times: no set needs it more often. */
  places: number[]
}

const MAX_SIZE = 3

/** Different values, without zeros, which explain nothing. */
function distinct(values: readonly Centimos[]): Valued[] {
  const found = new Map<Centimos, Valued>()
  values.forEach((value, place) => {
    if (value === 0) return
    const known = found.get(value)
    if (!known) found.set(value, { value, places: [place] })
    else if (known.places.length < MAX_SIZE) known.places.push(place)
  })
  return [...found.values()]
}

/** Where the values stand, each at a place of its own; null where one is not there often enough. */
function placesOf(set: readonly Valued[]): number[] | null {
  const places = set.map(
    ({ places }, at) => places[set.slice(0, at).filter((one) => one.places === places).length],
  )
  return places.every((place) => place !== undefined) ? places : null
}

/**
 * Two values that add up to the target or to its negative, as places of `values`; one example of each
 * pair of values, at most `limit`. Each value is looked at once.
 */
export function* findPairs(
  values: readonly Centimos[],
  target: Centimos,
  limit: number,
): Search<number[][]> {
  const different = distinct(values)
  const byValue = new Map(different.map((one, at) => [one.value, at]))
  const sets: number[][] = []
  for (const [at, one] of different.entries()) {
    if (at % SEARCH_STEPS_PER_TURN === 0) yield
    for (const goal of signs(target)) {
      const otherAt = byValue.get(goal - one.value) ?? -1
      const other = otherAt < at ? undefined : different[otherAt]
      const places = other && placesOf([one, other])
      if (places) sets.push(places)
      if (sets.length === limit) return sets
    }
  }
  return sets
}

/**
 * The same for three values, none of which two cancel each other; nothing among more than
 * `MAX_TRIPLE_VALUES` different ones.
 */
export function* findTriples(
  values: readonly Centimos[],
  target: Centimos,
  limit: number,
): Search<number[][]> {
  const different = distinct(values)
  if (different.length > MAX_TRIPLE_VALUES) return []
  const byValue = new Map(different.map((one, at) => [one.value, at]))
  const sets: number[][] = []
  let steps = 0
  for (const [at, one] of different.entries()) {
    for (let second = at; second < different.length; second++) {
      if (++steps % SEARCH_STEPS_PER_TURN === 0) yield
      const other = different[second] as Valued
      for (const goal of signs(target)) {
        const thirdAt = byValue.get(goal - one.value - other.value) ?? -1
        const third = thirdAt < second ? undefined : different[thirdAt]
        const places = third && !cancels([one, other, third]) && placesOf([one, other, third])
        if (places) sets.push(places)
        if (sets.length === limit) return sets
      }
    }
  }
  return sets
}

function signs(target: Centimos): Centimos[] {
  return target === 0 ? [] : [target, -target]
}

/** A payment and its refund add nothing to the third. */
function cancels(set: readonly Valued[]): boolean {
  return set.some((one, at) => set.some((other, to) => to > at && one.value + other.value === 0))
}
