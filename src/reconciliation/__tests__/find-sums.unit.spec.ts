import fc from "fast-check"
import { findPairs, findTriples, type Search } from "../find-sums"
import { MAX_TRIPLE_VALUES, SEARCH_STEPS_PER_TURN } from "../limits"

const MANY = 10_000

/** What the search found, and how many turns it took. */
function run<Result>(search: Search<Result>): { found: Result; turns: number } {
  for (let turns = 1; ; turns++) {
    const { done, value } = search.next()
    if (done) return { found: value, turns }
  }
}

/** Every set of so many places whose values add up to ± the target, and hold no zero and no two that cancel. */
function bruteForce(values: number[], target: number, size: 2 | 3): number[][] {
  const sets: number[][] = []
  const extend = (set: number[]) => {
    if (set.length === size) {
      const sum = set.reduce((total, place) => total + values[place]!, 0)
      if (target !== 0 && Math.abs(sum) === Math.abs(target)) sets.push(set)
      return
    }
    for (let place = (set.at(-1) ?? -1) + 1; place < values.length; place++) {
      const value = values[place]!
      const isIdle = value === 0 || set.some((other) => values[other]! + value === 0)
      if (!isIdle) extend([...set, place])
    }
  }
  extend([])
  return sets
}

/** Sets are the same to whoever looks for them when their values are. */
function asValues(values: number[], sets: number[][]): string[] {
  const texts = sets.map((set) =>
    set
      .map((place) => values[place]!)
      .sort((one, other) => one - other)
      .join(" "),
  )
  return [...new Set(texts)].sort()
}

const values = fc.array(fc.integer({ min: -30, max: 30 }), { maxLength: 12 })
const target = fc.integer({ min: -60, max: 60 })

describe("sets of lines that add up to a difference", () => {
  it.each([
    [2, findPairs],
    [3, findTriples],
  ] as const)("of %d are those that trying all finds", (size, find) => {
    fc.assert(
      fc.property(values, target, (given, wanted) => {
        const { found } = run(find(given, wanted, MANY))
        const all = bruteForce(given, wanted, size)
        expect(asValues(given, found)).toEqual(asValues(given, all))
        for (const set of found) {
          expect(new Set(set).size).toBe(size)
          expect(all).toContainEqual([...set].sort((one, other) => one - other))
        }
      }),
      { numRuns: 300 },
    )
  })

  it("are no more than asked for", () => {
    const given = Array.from({ length: 100 }, (_, n) => n + 1)
    expect(run(findPairs(given, 101, 3)).found).toHaveLength(3)
    expect(run(findTriples(given, 150, 3)).found).toHaveLength(3)
  })

  it("of three are not searched among more different amounts than the limit", () => {
    const given = Array.from({ length: MAX_TRIPLE_VALUES }, (_, n) => 7 * (n + 1))
    expect(run(findTriples(given, 42, 1)).found).toHaveLength(1)
    expect(run(findTriples([...given, 1], 42, 1)).found).toEqual([])
  })

  it("let others work in between", () => {
    const given = Array.from({ length: MAX_TRIPLE_VALUES }, (_, n) => 2 * (n + 1))
    const pairs = (MAX_TRIPLE_VALUES * (MAX_TRIPLE_VALUES + 1)) / 2
    const { found, turns } = run(findTriples(given, 1, 1))
    expect(found).toEqual([])
    expect(turns).toBe(Math.floor(pairs / SEARCH_STEPS_PER_TURN) + 1)
  })
})
