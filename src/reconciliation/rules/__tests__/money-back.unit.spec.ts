import {
  AFTER_DUE,
  lima,
  line,
  names,
  NOT_CAPTURED,
  only,
  reconcile,
  type FactChanges,
} from "../../__tests__/facts-fixture"

const refund = (amount: number, at = "2026-10-05 12:00", outside = false) => ({
  id: `ref_${amount}_${at}`,
  amount,
  at: lima(at),
  outside,
})
const refundLine = (amount: number) => line({ type: "refund", amount: -amount })
const reversalLine = (amount = 6990) => line({ type: "reversal", amount: -amount })

function refundsOf(store: ReturnType<typeof refund>[], reported: number[]): FactChanges {
  return { store: { refunds: store }, lines: [line(), ...reported.map(refundLine)] }
}

describe("refunds of the store against the report's", () => {
  it.each<[string, FactChanges, string[], string | undefined]>([
    ["none on either side", refundsOf([], []), [], undefined],
    ["one and the same", refundsOf([refund(6990)], [6990]), [], undefined],
    [
      "several parts, the same sum",
      refundsOf([refund(2000), refund(1500)], [1500, 2000]),
      [],
      undefined,
    ],
    ["two parts against one line", refundsOf([refund(2000), refund(1500)], [3500]), [], undefined],
    ["one against two lines", refundsOf([refund(3500)], [2000, 1500]), [], undefined],
    ["due and not in the report", refundsOf([refund(2000)], []), ["refund_missing"], "20.00"],
    [
      "two due, none in the report",
      refundsOf([refund(2000), refund(1500)], []),
      ["refund_missing"],
      "35.00",
    ],
    [
      "two due, one in the report",
      refundsOf([refund(2000), refund(1500)], [2000]),
      ["refund_mismatch/short"],
      "15.00",
    ],
    ["less than was made", refundsOf([refund(2000)], [1999]), ["refund_mismatch/short"], "0.01"],
    ["more than was made", refundsOf([refund(2000)], [2001]), ["refund_mismatch/excess"], "0.01"],
    [
      "made twice by the collector",
      refundsOf([refund(2000)], [2000, 2000]),
      ["refund_mismatch/excess"],
      "20.00",
    ],
    ["never made by the store", refundsOf([], [2000]), ["refund_unexpected"], "20.00"],
    ["fresh, not in the report", refundsOf([refund(2000, "2026-10-06 12:00")], []), [], undefined],
    [
      "fresh, in the report already",
      refundsOf([refund(2000, "2026-10-06 12:00")], [2000]),
      [],
      undefined,
    ],
    [
      "one due and reported, one fresh",
      refundsOf([refund(2000), refund(500, "2026-10-09 12:00")], [2000]),
      [],
      undefined,
    ],
    [
      "one due and missing, one fresh",
      refundsOf([refund(2000), refund(500, "2026-10-09 12:00")], []),
      ["refund_missing"],
      "20.00",
    ],
    ["made outside", refundsOf([refund(2000, "2026-10-05 12:00", true)], []), [], undefined],
    [
      "recorded as outside, then in the report",
      refundsOf([refund(2000, "2026-10-05 12:00", true)], [2000]),
      [],
      undefined,
    ],
    [
      "a refund that the collector took back",
      { lines: [line(), refundLine(2000), line({ type: "refund", amount: 2000 })] },
      [],
      undefined,
    ],
    [
      "carried out by a reversal",
      { store: { refunds: [refund(6990)] }, lines: [line(), reversalLine()] },
      [],
      undefined,
    ],
    [
      "carried out by a reversal that only the gateway tells of",
      { store: { refunds: [refund(6990)] }, gateway: { status: "reversed" }, lines: [] },
      [],
      undefined,
    ],
    [
      "unknown to the store, as the gateway says before any report",
      { gateway: { refunded: 3000 }, lines: [line()] },
      ["refund_unexpected"],
      "30.00",
    ],
    [
      "more at the gateway than in store and report",
      { ...refundsOf([refund(2000)], [2000]), gateway: { refunded: 3000 } },
      ["refund_mismatch/excess"],
      "10.00",
    ],
    [
      "of a payment that the gateway took back as a whole",
      { gateway: { status: "reversed", refunded: 6990 }, lines: [] },
      ["reversed/gateway"],
      "69.90",
    ],
    [
      "a reversal that was made good is no refund",
      { store: { refunds: [refund(6990)] }, lines: [line(), reversalLine(), line()] },
      ["refund_missing"],
      "69.90",
    ],
  ])("%s", (_, changes, expected, atRisk) => {
    const findings = reconcile(changes)
    expect(names(findings)).toEqual(expected)
    expect(findings[0]?.amountAtRisk).toBe(atRisk)
  })

  it("are due at the end of their own term", () => {
    const changes = refundsOf([refund(2000)], [])
    expect(reconcile(changes, {}, AFTER_DUE - 1)).toEqual([])
    expect(names(reconcile(changes, {}, AFTER_DUE))).toEqual(["refund_missing"])
    expect(reconcile(changes, { refundDueBusinessDays: 7 }, AFTER_DUE)).toEqual([])
  })

  it("are told as cumulated sums", () => {
    const findings = reconcile(refundsOf([refund(2000), refund(1500)], [2000, 2000]))
    expect(only(findings, "refund_mismatch")).toMatchObject({
      key: "refund_mismatch:pevou_1",
      expected: { refunded_amount: "35.00" },
      actual: { refunded_amount: "40.00" },
      amountAtRisk: "5.00",
    })
  })
})

describe("reversed", () => {
  it.each<[string, FactChanges, string[]]>([
    ["by a negative line", { lines: [line(), reversalLine()] }, ["reversed/settlement"]],
    ["by a mark on the line", { lines: [line({ status: "reversed" })] }, ["reversed/settlement"]],
    ["by both", { lines: [line({ status: "reversed" }), reversalLine()] }, ["reversed/settlement"]],
    ["in part", { lines: [line(), reversalLine(2000)] }, ["reversed/settlement"]],
    ["without the payment's line", { lines: [reversalLine()] }, ["reversed/settlement"]],
    ["at the gateway only", { gateway: { status: "reversed" } }, ["reversed/gateway"]],
    [
      "before it counted as paid here",
      {
        gateway: { status: "reversed", paidAt: null, endedBeforeReversal: true },
        store: NOT_CAPTURED,
        lines: [],
      },
      ["reversed/returned_to_payer"],
    ],
    [
      "before it counted as paid here, while the code could be paid",
      { gateway: { status: "reversed", paidAt: null }, store: NOT_CAPTURED, lines: [] },
      ["reversed/gateway"],
    ],
    ["and paid again", { lines: [line(), reversalLine(), line()] }, []],
    [
      "paid again and reversed again",
      { lines: [line(), reversalLine(), line(), reversalLine()] },
      ["reversed/settlement"],
    ],
    [
      "and the reversal was undone",
      { lines: [line(), reversalLine(), line({ type: "reversal", amount: 6990 })] },
      [],
    ],
    [
      "more than the store refunded",
      { store: { refunds: [refund(2000)] }, lines: [line(), reversalLine()] },
      ["reversed/settlement"],
    ],
    [
      "beside a refund in the report",
      { store: { refunds: [refund(2000)] }, lines: [line(), refundLine(2000), reversalLine()] },
      ["reversed/settlement"],
    ],
    ["nothing", {}, []],
  ])("%s", (_, changes, expected) => {
    expect(names(reconcile(changes))).toEqual(expected)
  })

  it("puts at risk what the store believes to have and did not refund itself", () => {
    const part = { store: { refunds: [refund(2000)] }, lines: [line(), reversalLine()] }
    expect(only(reconcile(part), "reversed")).toMatchObject({
      expected: { amount: "69.90", reversed_amount: "0.00" },
      actual: { amount: "0.00", reversed_amount: "49.90", gateway_status: "paid" },
      amountAtRisk: "49.90",
    })
    const unknownToStore = { store: NOT_CAPTURED, lines: [line(), reversalLine()] }
    expect(only(reconcile(unknownToStore), "reversed").amountAtRisk).toBe("0.00")
  })
})
