import {
  AFTER_DUE,
  BEFORE_DUE,
  DUE_DAY,
  lima,
  line,
  names,
  NOT_CAPTURED,
  only,
  PAID_AT,
  reconcile,
  type FactChanges,
} from "../../__tests__/facts-fixture"
import { createBusinessCalendar } from "../../../peru/business-calendar"

const UNPAID = { status: "waiting", paidAt: null, amount: null } as const

describe("unsettled", () => {
  it("is no case until the due day is over in Lima, and one from then on", () => {
    expect(reconcile({ lines: [] }, {}, BEFORE_DUE)).toEqual([])
    expect(names(reconcile({ lines: [] }, {}, AFTER_DUE))).toEqual(["unsettled"])
  })

  it("says by when, and never how late, so that it stays the same from night to night", () => {
    const [first, second] = [AFTER_DUE, lima("2026-12-24 03:00")].map((now) =>
      only(reconcile({ lines: [] }, {}, now), "unsettled"),
    )
    expect(first).toEqual(second)
    expect(first).toMatchObject({
      key: "unsettled:pevou_1",
      expected: { settled_amount: "69.90", settled_by: DUE_DAY },
      actual: { settled_amount: "0.00", paid_at: "2026-10-05T15:00:00.000Z" },
      amountAtRisk: "69.90",
    })
  })

  it.each<[string, FactChanges, string[]]>([
    [
      "only the store believes it",
      { gateway: UNPAID, lines: [] },
      ["unsettled/gateway_unconfirmed"],
    ],
    ["a line without a credit date", { lines: [line({ creditedAt: null })] }, []],
    ["nobody paid", { store: NOT_CAPTURED, gateway: UNPAID, lines: [] }, []],
    [
      "the payment was taken back",
      { gateway: { status: "reversed" }, lines: [] },
      ["reversed/gateway"],
    ],
    [
      "only a refund line",
      { lines: [line({ type: "refund", amount: -1000 })] },
      ["refund_unexpected", "unsettled"],
    ],
    [
      "settled in another currency",
      { lines: [line({ currencyCode: "usd" })] },
      ["currency_mismatch/settlement"],
    ],
  ])("%s", (_, changes, expected) => {
    expect(names(reconcile(changes))).toEqual(expected)
  })

  it("expects what is left after refunds through the gateway, not after those outside", () => {
    const refund = (outside: boolean) => ({
      refunds: [{ id: "r", amount: 2000, at: lima("2026-10-09 12:00"), outside }],
    })
    const inside = reconcile({ store: refund(false), lines: [] })
    expect(only(inside, "unsettled").amountAtRisk).toBe("49.90")
    const outside = reconcile({ store: refund(true), lines: [] })
    expect(only(outside, "unsettled").amountAtRisk).toBe("69.90")
  })

  it("takes the voucher's deadline when no one knows when it was paid", () => {
    const changes: FactChanges = {
      store: { capturedAt: null },
      gateway: { paidAt: null },
      lines: [],
    }
    expect(reconcile(changes, {}, lima("2026-10-12 23:59"))).toEqual([])
    expect(names(reconcile(changes, {}, lima("2026-10-13 00:00")))).toEqual(["unsettled"])
  })

  it("counts with the merchant's term and calendar", () => {
    const at = (now: string, policy: Parameters<typeof reconcile>[1]) =>
      names(reconcile({ lines: [] }, policy, lima(now)))
    expect(at("2026-10-07 00:00", { dueBusinessDays: 1 })).toEqual(["unsettled"])
    expect(at("2026-10-06 23:59", { dueBusinessDays: 1 })).toEqual([])
    const calendar = createBusinessCalendar({ extraHolidays: ["2026-10-09"] })
    expect(at("2026-10-12 23:59", { calendar })).toEqual([])
    expect(at("2026-10-13 00:00", { calendar })).toEqual(["unsettled"])
  })
})

describe("settled_late", () => {
  const credited = (at: string | null, changes = {}) =>
    line({ creditedAt: at === null ? null : lima(at), ...changes })

  it.each<[string, FactChanges, string[]]>([
    ["at the last minute of the due day", { lines: [credited("2026-10-09 23:59")] }, []],
    ["on the next day", { lines: [credited("2026-10-10 00:00")] }, ["settled_late"]],
    [
      "the last instalment late",
      {
        lines: [
          credited("2026-10-09 12:00", { amount: 3000 }),
          credited("2026-10-12 12:00", { amount: 3990 }),
        ],
      },
      ["settled_late"],
    ],
    [
      "in time, and a duplicate later",
      { lines: [credited("2026-10-09 12:00"), credited("2026-10-12 12:00")] },
      ["duplicate_line"],
    ],
    [
      "late and not all",
      { lines: [credited("2026-10-12 12:00", { amount: 3000 })] },
      ["amount_mismatch/underpaid"],
    ],
    [
      "in time, after a later duplicate in the report",
      { lines: [credited("2026-10-12 12:00"), credited("2026-10-09 12:00")] },
      ["duplicate_line"],
    ],
    [
      "late beside a foreign line in time",
      {
        lines: [
          credited("2026-10-09 12:00", { currencyCode: "usd" }),
          credited("2026-10-12 12:00"),
        ],
      },
      ["currency_mismatch/settlement", "settled_late"],
    ],
    [
      "late, taken back and paid again",
      {
        lines: [
          credited("2026-10-12 12:00"),
          line({ type: "reversal", amount: -6990 }),
          credited("2026-10-20 12:00"),
        ],
      },
      [],
    ],
    ["no one says when", { lines: [credited(null)] }, []],
    [
      "late and in another currency",
      { lines: [credited("2026-10-12 12:00", { currencyCode: "usd" })] },
      ["currency_mismatch/settlement"],
    ],
    [
      "taken back and paid again later",
      {
        lines: [
          credited("2026-10-09 12:00"),
          line({ type: "reversal", amount: -6990 }),
          credited("2026-10-20 12:00"),
        ],
      },
      [],
    ],
  ])("%s", (_, changes, expected) => {
    expect(names(reconcile(changes, {}, lima("2026-10-21 03:00")))).toEqual(expected)
  })

  it("is told by days and puts no money at risk", () => {
    const lines = [credited("2026-10-12 12:00")]
    expect(only(reconcile({ lines }, {}, lima("2026-10-12 03:00")), "settled_late")).toMatchObject({
      expected: { settled_by: DUE_DAY },
      actual: { settled_on: "2026-10-12" },
      amountAtRisk: "0.00",
    })
  })
})

describe("held", () => {
  const heldLine = (changes = {}) => line({ status: "held", creditedAt: null, ...changes })

  it.each<[string, FactChanges, string[], string]>([
    ["the line is held", { lines: [heldLine()] }, ["held/settlement"], "69.90"],
    ["the gateway says so", { gateway: { held: true }, lines: [] }, ["held/gateway"], "69.90"],
    ["both say so", { gateway: { held: true }, lines: [heldLine()] }, ["held/gateway"], "69.90"],
    ["settled, and then disputed", { gateway: { held: true } }, ["held/gateway"], "69.90"],
    [
      "a part is held",
      { lines: [line({ amount: 3000 }), heldLine({ amount: 3990 })] },
      ["held/settlement"],
      "39.90",
    ],
    [
      "a part was released",
      { lines: [heldLine(), line({ amount: 3000 })] },
      ["held/settlement"],
      "39.90",
    ],
    [
      "a wrong amount is held",
      { lines: [heldLine({ amount: 5000 })] },
      ["amount_mismatch/underpaid", "held/settlement"],
      "50.00",
    ],
  ])("%s", (_, changes, expected, atRisk) => {
    const findings = reconcile(changes)
    expect(names(findings)).toEqual(expected)
    expect(findings.find(({ reason }) => reason === "held")?.amountAtRisk).toBe(atRisk)
  })

  it.each<[string, FactChanges]>([["released", { lines: [heldLine(), line()] }]])(
    "is not found: %s",
    (_, changes) => {
      expect(reconcile(changes)).toEqual([])
    },
  )

  it("is no longer held when it was taken back", () => {
    const lines = [heldLine(), line({ type: "reversal", amount: -6990 })]
    expect(names(reconcile({ lines }))).toEqual(["reversed/settlement"])
  })

  it("is no longer held at the gateway when it was taken back there", () => {
    const changes: FactChanges = { gateway: { held: true, status: "reversed" }, lines: [] }
    expect(names(reconcile(changes))).toEqual(["reversed/gateway"])
  })

  it("is a case at once, before anything is due", () => {
    expect(names(reconcile({ lines: [heldLine()] }, {}, PAID_AT))).toEqual(["held/settlement"])
  })
})

describe("movements and releases of one account", () => {
  const movement = (changes = {}) => line({ ledger: "movements", ...changes })
  const release = (changes = {}) => line({ ledger: "releases", ...changes })
  const THROUGH = lima("2026-10-08 12:00")
  const refund = { id: "ref_1", amount: 2000, at: PAID_AT, outside: false }

  it.each<[string, FactChanges, string[]]>([
    ["tell of one payment twice", { lines: [movement(), release()] }, []],
    ["are enough each: movements", { lines: [movement()] }, []],
    ["are enough each: releases", { lines: [release()] }, []],
    [
      "tell of a refund twice",
      {
        store: { refunds: [refund] },
        lines: [movement(), release()].flatMap((payment) => [
          payment,
          { ...payment, id: `${payment.id}r`, type: "refund" as const, amount: -2000 },
        ]),
      },
      [],
    ],
    [
      "may tell of a refund only once",
      {
        store: { refunds: [refund] },
        lines: [movement(), release(), release({ type: "refund", amount: -2000 })],
      },
      [],
    ],
    [
      "show a payment that was really settled twice",
      { lines: [movement(), movement(), release()] },
      ["duplicate_line"],
    ],
    [
      "not released, with all releases of its day known",
      { lines: [movement()], releasedThrough: THROUGH },
      ["held/not_released"],
    ],
    ["not released yet", { lines: [movement()], releasedThrough: lima("2026-10-07 11:59") }, []],
    ["released", { lines: [movement(), release()], releasedThrough: THROUGH }, []],
    [
      "given back before its release",
      {
        store: { refunds: [{ ...refund, amount: 6990 }] },
        lines: [movement(), movement({ type: "refund", amount: -6990 })],
        releasedThrough: THROUGH,
      },
      [],
    ],
  ])("%s", (_, changes, expected) => {
    expect(names(reconcile(changes))).toEqual(expected)
  })
})

describe("a dispute", () => {
  const dispute = line({ type: "reversal", status: "held", amount: -6990 })

  it("holds the money, and does not take it back", () => {
    const findings = reconcile({ lines: [line(), dispute] })
    expect(names(findings)).toEqual(["held/settlement"])
    expect(findings[0]?.amountAtRisk).toBe("69.90")
  })

  it("that ends in a chargeback holds nothing any more", () => {
    const lines = [line(), dispute, line({ type: "reversal", status: "reversed", amount: -6990 })]
    expect(names(reconcile({ lines }))).toEqual(["reversed/settlement"])
  })
})
