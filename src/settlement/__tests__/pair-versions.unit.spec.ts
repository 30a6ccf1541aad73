import fc from "fast-check"
import { compareVersions, pairVersions, type RowVersion } from "../pair-versions"

const ROW: RowVersion = {
  id: "whole",
  paymentId: "2523136",
  externalReference: "payses_01",
  type: "payment",
  status: "settled",
  currency: "PEN",
  amountCentimos: 6990,
  feeCentimos: 289,
  netCentimos: 6701,
  createdAt: new Date("2026-11-20T14:05:10Z"),
  creditedAt: new Date("2026-11-23T15:30:20Z"),
  payoutId: "PE-2026-11-23",
  settlementCurrency: "PEN",
  fxRate: "1",
}

const version = (changes: Partial<RowVersion>): RowVersion => ({ ...ROW, id: "other", ...changes })

const POORER: [string, Partial<RowVersion>][] = [
  ["without its reference", { externalReference: null }],
  ["without its fee", { feeCentimos: null }],
  ["without its net", { netCentimos: null }],
  ["without its payout", { payoutId: null }],
  ["without the settlement's currency", { settlementCurrency: null }],
  ["without the rate", { fxRate: null }],
  ["without the time of payment", { createdAt: null }],
  ["without the time of crediting", { creditedAt: null }],
  ["without the seconds of the payment", { createdAt: new Date("2026-11-20T14:05:00Z") }],
  ["without the seconds of the crediting", { creditedAt: new Date("2026-11-23T15:30:00Z") }],
  ["with the day of crediting alone", { creditedAt: new Date("2026-11-23T05:00:00Z") }],
]

const DIFFERENT: [string, Partial<RowVersion>][] = [
  ["another amount", { amountCentimos: 6991 }],
  ["another minute of payment", { createdAt: new Date("2026-11-20T14:06:00Z") }],
  ["another second of payment", { createdAt: new Date("2026-11-20T14:05:11Z") }],
  // Two real payments of one code may be told by their day alone.
  ["the day of payment alone", { createdAt: new Date("2026-11-20T05:00:00Z") }],
  ["another payment", { paymentId: "2523137" }],
  ["no payment id", { paymentId: null }],
  ["another type", { type: "reversal" }],
  ["another state", { status: "held" }],
  ["another currency", { currency: "USD" }],
  ["another fee", { feeCentimos: 290 }],
  ["another payout", { payoutId: "PE-2026-11-24" }],
  ["another day of crediting", { creditedAt: new Date("2026-11-24T05:00:00Z") }],
  ["less in one column and more in another", { feeCentimos: null, fxRate: "1.00" }],
]

describe("versions of a row", () => {
  it.each(POORER)("a row %s is the same row, told with less", (_, changes) => {
    expect(compareVersions(version(changes), ROW)).toBe("less")
    expect(pairVersions([version(changes)], [ROW])).toEqual([{ poorer: "other", better: "whole" }])
    expect(pairVersions([ROW], [version(changes)])).toEqual([{ poorer: "other", better: "whole" }])
  })

  it.each(DIFFERENT)("a row with %s is another row", (_, changes) => {
    expect(compareVersions(version(changes), ROW)).toBeNull()
    expect(pairVersions([version(changes)], [ROW])).toEqual([])
  })

  it("a row that says the same in another format leaves the first in its place", () => {
    expect(pairVersions([ROW], [version({})])).toEqual([{ poorer: "other", better: "whole" }])
  })

  it("rows without a payment's id are told apart by their reference", () => {
    const nameless = version({ id: "first", paymentId: null })
    const poorer = version({ paymentId: null, feeCentimos: null })
    expect(compareVersions(poorer, nameless)).toBe("less")
    expect(compareVersions({ ...poorer, externalReference: "payses_02" }, nameless)).toBeNull()
  })

  it("rows without any name are never the same", () => {
    const nameless = { paymentId: null, externalReference: null }
    expect(compareVersions(version(nameless), version({ ...nameless, fxRate: null }))).toBeNull()
  })

  it("two real payments stay two, however many reports tell of them", () => {
    const row = fc.record({
      second: fc.nat({ max: 2 }),
      fee: fc.constantFrom(null, 289),
      payout: fc.constantFrom(null, "PE-1"),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), fc.array(row, { maxLength: 4 }), (one, two) => {
        const rowsOf = (report: string, rows: typeof one) =>
          rows.map(({ second, fee, payout }, at) =>
            version({
              id: `${report}${at}`,
              createdAt: new Date(Date.UTC(2026, 10, 20, 14, 5, second)),
              feeCentimos: fee,
              payoutId: payout,
            }),
          )
        const pairs = pairVersions(rowsOf("a", one), rowsOf("b", two))
        const named = pairs.flatMap(({ poorer, better }) => [poorer, better])
        expect(new Set(named).size).toBe(named.length)
        // Each pair joins the two reports: what stands is never less than one report tells.
        for (const { poorer, better } of pairs) expect(poorer[0]).not.toBe(better[0])
        const standing = one.length + two.length - pairs.length
        expect(standing).toBeGreaterThanOrEqual(Math.max(one.length, two.length))
      }),
    )
  })
})
