import { ageBars } from "../ageing"
import { compareFields } from "../case-fields"
import { sumsAtRisk } from "../case-sums"
import { claimState } from "../claims"
import { bulkActions, canReopen, leavesOpen, needsOf } from "../resolution-rules"

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
    const nothing = { note: false, reference: false, target: false, days: false, amount: false }
    expect(needsOf("dismiss")).toEqual({ ...nothing, note: true })
    expect(needsOf("refunded_outside")).toEqual({ ...nothing, reference: true, amount: true })
    expect(needsOf("link")).toEqual({ ...nothing, target: true })
    expect(needsOf("claim")).toEqual({ ...nothing, days: true })
    expect(leavesOpen("claim")).toBe(true)
    expect(leavesOpen("accept")).toBe(false)
  })
})

describe("selected cases", () => {
  it("are added up by currency, to the céntimo", () => {
    expect(
      sumsAtRisk([
        { amount_at_risk: "0.10", currency_code: "usd" },
        { amount_at_risk: "1000.05", currency_code: "pen" },
        { amount_at_risk: "0.20", currency_code: "pen" },
      ]),
    ).toEqual([
      { currency_code: "pen", count: 2, amount: "1000.25" },
      { currency_code: "usd", count: 1, amount: "0.10" },
    ])
  })

  it("are opened again where all are closed", () => {
    const closed = { reason: "held", detail: null, status: "resolved" } as const
    expect(canReopen([closed])).toBe(true)
    expect(canReopen([closed, { ...closed, status: "open" }])).toBe(false)
    expect(canReopen([])).toBe(false)
  })
})

describe("a claim", () => {
  const now = new Date("2026-10-12T03:00:00Z") // Lima: the evening of the 11th
  it.each([
    [null, "waiting"],
    ["2026-10-12", "waiting"],
    ["2026-10-11", "due"],
    ["2026-10-10", "overdue"],
  ])("whose answer is due on %s is %s", (answer_due, state) => {
    const item = { status: "open", claimed_on: "2026-10-01", answer_due } as const
    expect(claimState(item, now)).toBe(state)
    expect(claimState({ ...item, status: "resolved" }, now)).toBeNull()
    expect(claimState({ ...item, claimed_on: null }, now)).toBeNull()
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
