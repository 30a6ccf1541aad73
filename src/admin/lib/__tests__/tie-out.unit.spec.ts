import { tieOut } from "../tie-out"

const payout = {
  gross: "100.00",
  fees: "4.13",
  net: "95.87",
  announced_net: null,
  declared_total: null,
  bank_deposit: null,
}

describe("the tie-out of a payout", () => {
  it("is unknown until somebody says what arrived", () => {
    expect(tieOut(payout).state).toBe("unknown")
  })

  it("is unknown before its day", () => {
    const announced = { ...payout, announced_net: "10.00", declared_total: "105.87" }
    expect(tieOut(announced).state).toBe("unknown")
  })

  it("is whole when the bank received the net", () => {
    expect(tieOut({ ...payout, bank_deposit: "95.87" })).toEqual({
      state: "whole",
      difference: "0.00",
    })
  })

  it.each([
    ["the bank received less", { bank_deposit: "95.86" }, "-0.01"],
    ["the gateway declares more", { declared_total: "96.87" }, "1.00"],
    ["gross − fee is not net", { net: "95.88", bank_deposit: "95.88" }, "0.01"],
  ])("is off when %s", (_, change, difference) => {
    expect(tieOut({ ...payout, ...change })).toEqual({ state: "off", difference })
  })
})
