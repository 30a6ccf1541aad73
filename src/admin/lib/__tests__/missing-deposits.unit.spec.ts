import { missingDeposits } from "../missing-deposits"

const NOW = new Date("2026-11-22T12:00:00Z")
const payout = (net: string, other: object = {}) => ({
  currency_code: "pen",
  lines_count: 2,
  net,
  bank_deposit: null,
  last_credited_at: "2026-11-20T05:00:00.000Z",
  ...other,
})

describe("deposits that nobody has entered", () => {
  it("are added up by currency", () => {
    const payouts = [payout("10.10"), payout("0.90"), payout("5.00", { currency_code: "usd" })]
    expect(missingDeposits(payouts, NOW)).toEqual([
      { currency_code: "pen", count: 2, amount: "11.00" },
      { currency_code: "usd", count: 1, amount: "5.00" },
    ])
  })

  it.each([
    ["entered", { bank_deposit: "10.00" }],
    ["to come tomorrow", { last_credited_at: "2026-11-23T05:00:00.000Z" }],
    ["of a payout that no report names", { lines_count: 0 }],
  ])("are not those that are %s", (_what, other) => {
    expect(missingDeposits([payout("10.00", other)], NOW)).toEqual([])
  })
})
