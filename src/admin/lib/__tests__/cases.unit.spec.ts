import { ageBars } from "../ageing"
import { compareFields } from "../case-fields"
import { bulkActions, leavesOpen, needsOf } from "../resolution-rules"

describe("expected and actual", () => {
  it("stand side by side with their difference", () => {
    expect(
      compareFields({ expected: { amount: "69.90" }, actual: { amount: "60.00", status: "paid" } }),
    ).toEqual([
      { name: "amount", expected: "69.90", actual: "60.00", differs: true, difference: "-9.90" },
      { name: "status", expected: null, actual: "paid", differs: false, difference: null },
    ])
  })

  it("names a problem by its code, which has a text in every language", () => {
    const actual = { problem: "There is not enough stock.", problem_code: "not_enough_stock" }
    expect(compareFields({ expected: {}, actual })).toMatchObject([
      { name: "problem", actual: "not_enough_stock" },
    ])
  })

  it("know no difference between words", () => {
    const [field] = compareFields({ expected: { status: "paid" }, actual: { status: "reversed" } })
    expect(field).toMatchObject({ differs: true, difference: null })
  })
})

describe("actions on many cases", () => {
  it("are those that fit all of them", () => {
    expect(bulkActions([{ reason: "held", detail: null, status: "open" }])).toEqual([
      "check_gateway",
      "claim",
      "dismiss",
    ])
    expect(
      bulkActions([
        { reason: "held", detail: null, status: "open" },
        { reason: "late_payment", detail: null, status: "open" },
      ]),
    ).toEqual(["dismiss"])
  })

  it("are none where a case is closed already", () => {
    expect(bulkActions([{ reason: "held", detail: null, status: "resolved" }])).toEqual([])
    expect(bulkActions([])).toEqual([])
  })

  it("ask for what the store asks for", () => {
    expect(needsOf("dismiss")).toEqual({ note: true, reference: false, target: false })
    expect(needsOf("refunded_outside")).toEqual({ note: false, reference: true, target: false })
    expect(needsOf("link")).toEqual({ note: false, reference: false, target: true })
    expect(leavesOpen("claim")).toBe(true)
    expect(leavesOpen("accept")).toBe(false)
  })
})

describe("ages", () => {
  it("have a bar each", () => {
    const ageing = [{ age: "week" as const, currency_code: "pen", amount: "5.00", count: 2 }]
    expect(ageBars(ageing, "pen").map(({ age, amount }) => [age, amount])).toEqual([
      ["day", "0.00"],
      ["week", "5.00"],
      ["month", "0.00"],
      ["older", "0.00"],
    ])
  })
})
