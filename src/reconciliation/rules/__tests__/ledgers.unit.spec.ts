import {
  AFTER_DUE,
  DUE_DAY,
  FEE_CARD,
  lima,
  line,
  names,
  NOT_CAPTURED,
  only,
  reconcile,
  type FactChanges,
} from "../../__tests__/facts-fixture"
import { reconcileUnmatchedLine } from "../../reconcile-unmatched-line"

/** A row of the report of operations, which names no day of crediting. */
const paid = (changes = {}) => line({ ledger: "paid", creditedAt: null, ...changes })
const settled = (changes = {}) => line({ ledger: "movements", ...changes })

describe("what was paid and what was settled", () => {
  it.each<[string, FactChanges, string[]]>([
    ["confirmed by one report and settled by the other", { lines: [paid(), settled()] }, []],
    ["only paid, when it is due", { lines: [paid()] }, ["unsettled"]],
    ["only settled", { lines: [settled()] }, []],
    ["reported as paid again and again", { lines: [paid(), paid(), settled()] }, []],
    ["settled twice, and paid once", { lines: [paid(), settled(), settled()] }, ["duplicate_line"]],
    [
      "paid, and settled short",
      { lines: [paid(), settled({ amount: 6500 })] },
      ["amount_mismatch/underpaid"],
    ],
    [
      "paid short, and settled in full",
      { lines: [paid({ amount: 6500 }), settled()] },
      ["amount_mismatch/underpaid"],
    ],
    [
      "paid too much, and not settled yet",
      { lines: [paid({ amount: 8000 })] },
      ["amount_mismatch/overpaid", "unsettled"],
    ],
    [
      "paid, and held",
      { lines: [paid(), settled({ status: "held", creditedAt: null })] },
      ["held/settlement"],
    ],
    [
      "settled, and taken back as the report of operations says",
      { lines: [paid(), settled(), paid({ type: "reversal", status: "reversed", amount: -6990 })] },
      ["reversed/settlement"],
    ],
    [
      "taken back, as both say",
      {
        lines: [
          paid({ type: "reversal", status: "reversed", amount: -6990 }),
          settled({ status: "reversed" }),
        ],
      },
      ["reversed/settlement"],
    ],
    [
      "paid, and known to nobody else",
      {
        store: NOT_CAPTURED,
        gateway: { status: "waiting", paidAt: null, amount: null },
        lines: [paid()],
      },
      ["missing_capture/gateway_unconfirmed"],
    ],
  ])("%s", (_, changes, expected) => {
    expect(names(reconcile(changes))).toEqual(expected)
  })

  it("does not judge prices by what was only paid", () => {
    const fx = { settlementCurrency: "usd", bandPercent: "1", referenceRate: () => null }
    const priced = { fx, feeCard: FEE_CARD }
    const lines = [paid({ fee: 999, net: 1 })]
    expect(names(reconcile({ lines }, priced))).toEqual(["unsettled"])
  })
})

describe("a credit announced for a day to come", () => {
  /** The due day is over; it is to be credited on the Monday after. */
  const monday = { lines: [settled({ creditedAt: lima("2026-10-12 09:00") })] }

  it("counts nowhere before its day, and from its first night on", () => {
    const before = reconcile(monday, {}, AFTER_DUE)
    expect(only(before, "unsettled").actual).toMatchObject({ announced_for: "2026-10-12" })
    expect(names(reconcile(monday, {}, lima("2026-10-11 23:59")))).toEqual(["unsettled"])
    expect(names(reconcile(monday, {}, lima("2026-10-12 00:00")))).toEqual(["settled_late"])
  })

  it.each<[string, FactChanges]>([
    ["not due yet", { lines: [settled({ creditedAt: lima("2026-10-08 09:00") })] }],
    [
      "another amount",
      { lines: [settled({ creditedAt: lima("2026-10-08 09:00"), amount: 6500 })] },
    ],
    ["settled twice", { lines: [settled(), settled({ creditedAt: lima("2026-10-08 09:00") })] }],
  ])("is no case before its day: %s", (_, changes) => {
    expect(reconcile(changes, {}, lima("2026-10-07 13:00"))).toEqual([])
  })

  it("proves a payment that nobody else knows of", () => {
    const unknown: FactChanges = {
      store: NOT_CAPTURED,
      gateway: { status: "waiting", paidAt: null, amount: null },
    }
    expect(names(reconcile({ ...unknown, ...monday }, {}, lima("2026-10-06 03:00")))).toEqual([
      "missing_capture/gateway_unconfirmed",
    ])
  })

  it("is told of as held at once", () => {
    const held = settled({ status: "held", creditedAt: lima("2026-10-12 09:00") })
    expect(names(reconcile({ lines: [held] }, {}, lima("2026-10-06 03:00")))).toEqual([
      "held/settlement",
    ])
  })

  it("of nobody's payment is a case from its day on", () => {
    const unmatched = { ...monday.lines[0]!, externalReference: "x" }
    expect(reconcileUnmatchedLine(unmatched, lima("2026-10-11 23:59"))).toEqual([])
    expect(names(reconcileUnmatchedLine(unmatched, lima("2026-10-12 00:00")))).toEqual([
      "unknown_reference",
    ])
  })
})

describe("a report that names no day of crediting", () => {
  const by = (day: string) => settled({ creditedAt: null, creditedBy: lima(day) })

  it("settles late by the day of its payout or of its import, as an upper bound", () => {
    expect(reconcile({ lines: [by("2026-10-09 23:59")] })).toEqual([])
    const late = reconcile({ lines: [by("2026-10-12 12:00")] }, {}, lima("2026-10-13 03:00"))
    expect(only(late, "settled_late")).toMatchObject({
      expected: { settled_by: DUE_DAY },
      actual: { settled_on_or_before: "2026-10-12" },
      amountAtRisk: "0.00",
    })
  })
})
