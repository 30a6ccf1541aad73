import { moneyTrail } from "../money-trail"

const waiting = {
  status: "waiting" as const,
  issued_at: "2026-10-10T15:00:00.000Z",
  expires_at: "2026-10-11T15:00:00.000Z",
  paid_at: null,
  captured_at: null,
  closed_at: null,
  reversed_at: null,
}
const paid = {
  ...waiting,
  status: "paid" as const,
  paid_at: "2026-10-10T16:00:00.000Z",
  captured_at: "2026-10-10T16:00:02.000Z",
}
const line = {
  id: "pelin_1",
  type: "payment" as const,
  status: "settled" as const,
  announced: false,
  ledger: "movements" as const,
  amount: "69.90",
  currency_code: "pen",
  fee: "2.89",
  net: "67.01",
  credited_at: "2026-10-13T05:00:00.000Z",
}
const payout = {
  payout_id: "LIQ-1",
  state: "unconfirmed" as const,
  bank_deposit: null,
  bank_deposited_at: null,
}

function states(...args: Parameters<typeof moneyTrail>) {
  return moneyTrail(...args).map(({ step, state, remark }) => [step, state, remark])
}

describe("the money trail", () => {
  it("waits for the shopper until the deadline", () => {
    expect(states(waiting, null)).toEqual([
      ["promised", "done", null],
      ["paid", "current", "until_deadline"],
      ["settled", "ahead", null],
      ["banked", "ahead", null],
    ])
  })

  it.each(["expired", "voided", "reversed"] as const)("stops where it was %s", (status) => {
    expect(states({ ...waiting, status }, null)[1]).toEqual(["paid", "stopped", status])
    expect(states({ ...waiting, status }, null)[2]).toEqual(["settled", "ahead", null])
  })

  it("waits for the report once it is paid", () => {
    expect(states(paid, null)[2]).toEqual(["settled", "current", "awaits_report"])
  })

  it("says so when the store has not booked it", () => {
    expect(states({ ...paid, captured_at: null }, null)[1]).toEqual([
      "paid",
      "done",
      "not_captured",
    ])
  })

  it("stands still while the gateway holds it", () => {
    const settlement = { lines: [{ ...line, status: "held" as const }], payouts: [] }
    expect(states(paid, settlement)[2]).toEqual(["settled", "stopped", "held"])
  })

  it("waits for the day that a report announces", () => {
    const lines = [{ ...line, announced: true }]
    const step = moneyTrail(paid, { lines, payouts: [payout] })[2]
    expect(step).toMatchObject({ state: "current", remark: "announced", at: line.credited_at })
  })

  it("takes what was only paid for no settlement, and stops where it was taken back", () => {
    const onlyPaid = { ...line, ledger: "paid" as const }
    expect(states(paid, { lines: [onlyPaid], payouts: [] })[2]?.[2]).toBe("awaits_report")
    const lines = [line, { ...line, status: "reversed" as const }]
    expect(states(paid, { lines, payouts: [] })[2]).toEqual(["settled", "stopped", "reversed"])
  })

  it("takes no refund for a settlement", () => {
    const settlement = { lines: [{ ...line, type: "refund" as const }], payouts: [] }
    expect(states(paid, settlement)[2]).toEqual(["settled", "current", "awaits_report"])
  })

  it("waits for the bank once it is settled", () => {
    expect(states(paid, { lines: [line], payouts: [payout] }).slice(2)).toEqual([
      ["settled", "done", null],
      ["banked", "current", "awaits_deposit"],
    ])
  })

  it("is whole when the bank has it", () => {
    const banked = {
      ...payout,
      state: "whole" as const,
      bank_deposit: "67.01",
      bank_deposited_at: "2026-10-14T05:00:00.000Z",
    }
    const trail = moneyTrail(paid, { lines: [line], payouts: [banked] })
    expect(trail.map(({ state }) => state)).toEqual(["done", "done", "done", "done"])
    expect(trail[3]?.at).toBe(banked.bank_deposited_at)
  })

  it("is not whole while the bank has another amount than the report says", () => {
    const banked = { ...payout, state: "off" as const, bank_deposit: "67.00" }
    expect(states(paid, { lines: [line], payouts: [banked] })[3]).toEqual([
      "banked",
      "current",
      "deposit_differs",
    ])
  })

  const refund = { status: "to_transfer" as const, amount: "30.00", transferred_at: null }
  const made = {
    status: "transferred" as const,
    amount: "9.50",
    transferred_at: "2026-10-15T05:00:00.000Z",
  }

  it.each([
    ["what a person has to transfer first", [made, refund], "current", "to_transfer", "30.00"],
    [
      "what the gateway is giving back",
      [made, { ...refund, status: "in_process" as const }],
      "current",
      "refund_in_process",
      "30.00",
    ],
    ["what was given back", [made, { ...made, amount: "0.50" }], "done", "refunded", "10.00"],
  ] as const)("ends with %s", (_, refunds, state, remark, amount) => {
    const last = moneyTrail(paid, null, [...refunds]).at(-1)
    const step = state === "done" ? "returned" : "returning"
    expect(last).toMatchObject({ step, state, remark, amount })
  })

  it("has no way back where the refund was refused", () => {
    expect(moneyTrail(paid, null, [{ ...refund, status: "rejected" }])).toHaveLength(4)
  })
})
