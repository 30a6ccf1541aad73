import { payoutDifference } from "../payout-difference"

const payout = {
  state: "off" as const,
  difference: "0.00",
  declared_difference: null,
  lines_difference: "0.00",
}

describe("the difference of a payout", () => {
  it.each([
    ["of the deposit", { difference: "-3.50" }, "-3.50"],
    ["of the declared total", { declared_difference: "1.00" }, "1.00"],
    ["of the lines themselves", { lines_difference: "0.01", difference: "-3.50" }, "0.01"],
  ])("is the one %s", (_, change, difference) => {
    expect(payoutDifference({ ...payout, ...change })).toBe(difference)
  })

  it("is none where nothing is known to be off", () => {
    expect(payoutDifference({ ...payout, state: "announced", difference: "-3.50" })).toBeNull()
  })
})
