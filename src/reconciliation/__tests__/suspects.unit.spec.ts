import fc from "fast-check"
import type { Search } from "../find-sums"
import { MAX_SUSPECTS } from "../limits"
import { findSuspects, type Suspect, type SuspectLine } from "../suspects"

function run<Result>(search: Search<Result>): Result {
  for (;;) {
    const { done, value } = search.next()
    if (done) return value
  }
}

function line(id: string, values: Partial<SuspectLine> = {}): SuspectLine {
  const { net = 7_800, fee = 190 } = values
  const gross = net + (fee ?? 0)
  return { id, state: "settled", net, gross, fee, feeOff: 0, payment: id, ...values }
}

const suspects = (lines: SuspectLine[], difference: number) =>
  run(findSuspects(lines, difference)).map(({ kind, lineIds, sum, explains }) => [
    kind,
    lineIds.join(" "),
    sum,
    explains,
  ])

/** Lines that have nothing to do with it. */
const OTHERS = [line("a", { net: 10_001 }), line("b", { net: 20_003 }), line("c", { net: 40_007 })]

describe("what may be behind a payout's difference", () => {
  it.each<[string, Partial<SuspectLine>, number, unknown[]]>([
    ["a line of that net", { net: 350 }, -350, ["net", "x", 350, true]],
    ["half of it, taken off twice", { net: -175 }, -350, ["net_twice", "x", -350, true]],
    ["a fee", { fee: 350 }, 350, ["fee", "x", 350, true]],
    ["half of it as a fee", { fee: 175 }, 350, ["fee_twice", "x", 350, true]],
    ["a gross amount", { gross: 350 }, -350, ["gross", "x", 350, true]],
    ["half of it as a gross amount", { gross: 175 }, -350, ["gross_twice", "x", 350, true]],
    ["a wrong fee", { feeOff: 350 }, 350, ["wrong_fee", "x", 350, true]],
    ["a held row", { state: "held", net: 350 }, 350, ["held", "x", 350, true]],
    ["a row that was left out", { state: "left_out", net: 350 }, 350, ["left_out", "x", 350, true]],
    [
      "a row that was taken back",
      { state: "reversed", net: -350 },
      350,
      ["reversed", "x", -350, true],
    ],
  ])("is %s", (_, values, difference, expected) => {
    expect(suspects([...OTHERS, line("x", values)], difference)).toEqual([expected])
  })

  it("is the second line about one payment, and not the first", () => {
    const twice = [line("x1", { payment: "25" }), line("x2", { payment: "25" })]
    expect(suspects([...OTHERS, ...twice], -7_800)).toEqual([
      ["duplicate", "x2", 7_800, true],
      ["net", "x1", 7_800, true],
    ])
  })

  it("is all wrong fees together, or those among them that add up to it", () => {
    const wrong = [10, 20, 40].map((feeOff) => line(`w${feeOff}`, { feeOff }))
    expect(suspects([...OTHERS, ...wrong], 70)[0]).toEqual(["wrong_fee", "w10 w20 w40", 70, true])
    expect(suspects([...OTHERS, ...wrong], 60)[0]).toEqual(["wrong_fee", "w20 w40", 60, true])
  })

  it("is two lines, and three where nothing simpler explains it", () => {
    const some = [line("x", { net: 100 }), line("y", { net: 203 }), line("z", { net: 407 })]
    expect(suspects([...OTHERS, ...some], -303)).toEqual([["pair", "x y", 303, true]])
    expect(suspects([...OTHERS, ...some], -710)).toEqual([["triple", "x y z", 710, true]])
    expect(suspects([...OTHERS, ...some, line("s", { net: 710 })], -710)).toEqual([
      ["net", "s", 710, true],
    ])
  })

  it("names what there is to look at where nothing explains it, and never calls it more", () => {
    const held = line("h", { state: "held", net: 999 })
    expect(suspects([...OTHERS, held], 5)).toEqual([["held", "h", 999, false]])
    expect(suspects([...OTHERS, held], 0)).toEqual([])
  })

  const anyLine = fc.record({
    state: fc.constantFrom<SuspectLine["state"]>("settled", "held", "reversed", "left_out"),
    net: fc.integer({ min: -40, max: 40 }),
    fee: fc.option(fc.integer({ min: 0, max: 9 })),
    feeOff: fc.integer({ min: -2, max: 2 }),
    payment: fc.option(fc.constantFrom("1", "2", "3")),
  })
  const anyLines = fc
    .array(anyLine, { maxLength: 12 })
    .map((some) => some.map((values, at) => line(String(at), values)))

  it("is found whenever up to three lines that count add up to it", () => {
    fc.assert(
      fc.property(anyLines, fc.integer({ min: 1, max: 80 }), (lines, difference) => {
        const found = run(findSuspects(lines, difference))
        const nets = lines
          .filter(({ state }) => state === "settled" || state === "reversed")
          .map(({ net }) => net)
        if (isSumOfUpToThree(nets, difference)) {
          expect(found.some(({ explains }) => explains)).toBe(true)
        }
        expect(found.length).toBeLessThanOrEqual(MAX_SUSPECTS)
        for (const suspect of found) expectHonest(suspect, lines, difference)
      }),
      { numRuns: 300 },
    )
  })

  it("is found among twenty thousand lines in well under a second", () => {
    const many = Array.from({ length: 20_000 }, (_, n) =>
      line(`n${n}`, { net: 1_000_000 + 37 * n, fee: null }),
    )
    const began = process.cpuUsage()
    const found = run(findSuspects([...many, line("x", { net: 350, fee: null })], -350))
    const { user, system } = process.cpuUsage(began)
    expect(found.map(({ lineIds }) => lineIds)).toEqual([["x"]])
    expect((user + system) / 1_000).toBeLessThan(900)
  })
})

/** No zeros, and no two that cancel each other. */
function isSumOfUpToThree(nets: number[], difference: number): boolean {
  const sums = (from: number, left: number, used: number[]): boolean => {
    const sum = used.reduce((total, net) => total + net, 0)
    if (used.length > 0 && Math.abs(sum) === difference) return true
    if (left === 0) return false
    return nets.some(
      (net, at) =>
        at >= from && net !== 0 && !used.includes(-net) && sums(at + 1, left - 1, [...used, net]),
    )
  }
  return sums(0, 3, [])
}

function expectHonest({ kind, lineIds, sum, explains }: Suspect, lines: SuspectLine[], of: number) {
  expect(explains).toBe(Math.abs(sum) === of)
  const named = lineIds.map((id) => lines.find((one) => one.id === id)!)
  const measure = kind === "wrong_fee" ? "feeOff" : (kind.match(/^(fee|gross)/)?.[1] ?? "net")
  const total = named.reduce((all, one) => all + (one[measure as "net"] ?? 0), 0)
  expect(sum).toBe(kind.endsWith("_twice") ? 2 * total : total)
}
