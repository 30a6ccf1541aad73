import {
  facts,
  lima,
  line,
  names,
  NOT_CAPTURED,
  only,
  PAID_AT,
  reconcile,
  type FactChanges,
} from "../../__tests__/facts-fixture"
import { createPolicy } from "../../policy"
import { reconcileVoucher } from "../../reconcile-voucher"

const MINUTE_MS = 60_000
const CANCELED = { orderStatus: "canceled", orderCanceledAt: lima("2026-10-05 09:00") } as const
const NO_ORDER = { ...NOT_CAPTURED, orderId: null, orderStatus: null } as const
const REFUNDED = {
  refunds: [{ id: "ref_1", amount: 6990, at: lima("2026-10-05 11:00"), outside: true }],
}

describe("missing_capture", () => {
  it.each<[string, FactChanges, string]>([
    ["paid and settled, not captured", { store: NOT_CAPTURED }, "missing_capture"],
    ["paid, not settled yet", { store: NOT_CAPTURED, lines: [] }, "missing_capture"],
    [
      "settled, gateway says waiting",
      { store: NOT_CAPTURED, gateway: { status: "waiting", paidAt: null, amount: null } },
      "missing_capture/gateway_unconfirmed",
    ],
    [
      "settled, gateway not asked",
      { store: NOT_CAPTURED, gateway: { status: "unknown", paidAt: null, amount: null } },
      "missing_capture/gateway_unconfirmed",
    ],
    ["captured in part", { store: { captured: 3000 } }, "missing_capture/partly_captured"],
    [
      "the line is short but the gateway confirms the amount",
      { store: NOT_CAPTURED, lines: [line({ amount: 6500 })] },
      "missing_capture",
    ],
  ])("is found: %s", (_, changes, expected) => {
    expect(names(reconcile(changes, {}, lima("2026-10-07 13:00")))).toContain(expected)
  })

  it.each<[string, FactChanges]>([
    ["captured", {}],
    [
      "nobody paid",
      { store: NOT_CAPTURED, gateway: { status: "waiting", paidAt: null }, lines: [] },
    ],
    [
      "expired unpaid",
      { store: NOT_CAPTURED, gateway: { status: "expired", paidAt: null }, lines: [] },
    ],
    [
      "a held line that the gateway does not confirm",
      {
        store: NOT_CAPTURED,
        gateway: { status: "waiting", paidAt: null },
        lines: [line({ status: "held" })],
      },
    ],
    ["the gateway has another amount", { store: NOT_CAPTURED, gateway: { amount: 6500 } }],
    ["the gateway has another currency", { store: NOT_CAPTURED, gateway: { currencyCode: "USD" } }],
    [
      "the line has another currency",
      { store: NOT_CAPTURED, lines: [line({ currencyCode: "usd" })] },
    ],
    ["the payment was taken back", { store: NOT_CAPTURED, gateway: { status: "reversed" } }],
    [
      "the report shows it paid and refunded",
      { store: NOT_CAPTURED, lines: [line(), line({ type: "refund", amount: -6990 })] },
    ],
  ])("is not found: %s", (_, changes) => {
    expect(names(reconcile(changes)).join()).not.toContain("missing_capture")
  })

  it("says what is missing and what the gateway answered", () => {
    const finding = only(
      reconcile({ store: NOT_CAPTURED, gateway: { status: "expired", paidAt: null } }),
      "missing_capture",
    )
    expect(finding).toEqual({
      reason: "missing_capture",
      detail: "gateway_unconfirmed",
      key: "missing_capture:pevou_1",
      afterRefunds: true,
      expected: { captured_amount: "69.90" },
      actual: { captured_amount: "0.00", gateway_status: "expired" },
      amountAtRisk: "69.90",
      currencyCode: "pen",
      voucherId: "pevou_1",
      orderId: "order_1",
    })
  })

  it("waits the grace for notices, but not when the money was settled", () => {
    const policy = { captureGraceMs: 10 * MINUTE_MS }
    const unsettled = { store: NOT_CAPTURED, lines: [] }
    expect(reconcile(unsettled, policy, PAID_AT + 10 * MINUTE_MS - 1)).toEqual([])
    expect(names(reconcile(unsettled, policy, PAID_AT + 10 * MINUTE_MS))).toEqual([
      "missing_capture",
    ])
    expect(
      names(
        reconcile({ store: NOT_CAPTURED, lines: [line({ creditedAt: PAID_AT })] }, policy, PAID_AT),
      ),
    ).toEqual(["missing_capture"])
  })
})

describe("late_payment", () => {
  it.each<[string, FactChanges, string]>([
    ["paid after the cancellation", { store: { ...CANCELED, ...NOT_CAPTURED } }, "late_payment"],
    ["paid after it and captured in silence", { store: CANCELED }, "late_payment"],
    [
      "paid before it, and the money stayed",
      { store: { ...CANCELED, orderCanceledAt: PAID_AT } },
      "late_payment/paid_before_cancellation",
    ],
    [
      "the order was archived after its cancellation",
      { store: { ...CANCELED, orderStatus: "archived" } },
      "late_payment",
    ],
    [
      "a millisecond after it",
      { store: { ...CANCELED, orderCanceledAt: PAID_AT - 1 } },
      "late_payment",
    ],
    [
      "settled only",
      { store: { ...CANCELED, ...NOT_CAPTURED }, gateway: { status: "voided", paidAt: null } },
      "late_payment/gateway_unconfirmed",
    ],
    [
      "when it was cancelled is not known",
      { store: { orderStatus: "canceled", orderCanceledAt: null } },
      "late_payment/paid_at_unknown",
    ],
  ])("is found: %s", (_, changes, expected) => {
    expect(names(reconcile(changes))).toEqual([expected])
  })

  it.each<[string, FactChanges]>([
    ["an order that stands", {}],
    [
      "cancelled and never paid",
      {
        store: { ...CANCELED, ...NOT_CAPTURED },
        gateway: { status: "voided", paidAt: null },
        lines: [],
      },
    ],
    ["given back outside", { store: { ...CANCELED, ...REFUNDED } }],
    [
      "taken back by the collector",
      { store: { ...CANCELED, ...NOT_CAPTURED }, gateway: { status: "reversed" } },
    ],
  ])("is not found: %s", (_, changes) => {
    expect(names(reconcile(changes)).join()).not.toContain("late_payment")
  })

  it("is about what was not given back yet", () => {
    const half = [{ id: "ref_1", amount: 3000, at: PAID_AT, outside: true }]
    const finding = only(reconcile({ store: { ...CANCELED, refunds: half } }), "late_payment")
    expect(finding.amountAtRisk).toBe("39.90")
    expect(finding.expected).toEqual({ amount: "0.00" })
    expect(finding.actual).toMatchObject({ amount: "39.90", order_status: "canceled" })
  })
})

describe("late_payment beside lines that are not its own", () => {
  it("does not count a duplicate line twice", () => {
    const findings = reconcile({ store: { ...CANCELED, ...NOT_CAPTURED }, lines: [line(), line()] })
    expect(names(findings)).toEqual(["duplicate_line", "late_payment"])
    expect(findings.map(({ amountAtRisk }) => amountAtRisk)).toEqual(["69.90", "69.90"])
  })

  it("leaves an overpayment to the amount mismatch when the gateway does not confirm", () => {
    const findings = reconcile({
      store: { ...CANCELED, ...NOT_CAPTURED },
      gateway: { status: "unknown", paidAt: null, amount: null },
      lines: [line({ amount: 8000 })],
    })
    expect(names(findings)).toEqual([
      "amount_mismatch/overpaid",
      "late_payment/gateway_unconfirmed",
    ])
    expect(findings.map(({ amountAtRisk }) => amountAtRisk)).toEqual(["10.10", "69.90"])
  })
})

describe("orphan_payment", () => {
  it.each<[string, FactChanges, string]>([
    ["paid, no order", { store: NO_ORDER }, "orphan_payment"],
    ["not settled yet", { store: NO_ORDER, lines: [] }, "orphan_payment"],
    [
      "settled only",
      { store: NO_ORDER, gateway: { status: "not_found", paidAt: null } },
      "orphan_payment/gateway_unconfirmed",
    ],
  ])("is found: %s", (_, changes, expected) => {
    expect(names(reconcile(changes, {}, lima("2026-10-07 13:00")))).toEqual([expected])
  })

  it.each<[string, FactChanges]>([
    ["nobody paid", { store: NO_ORDER, gateway: { status: "expired", paidAt: null }, lines: [] }],
    ["given back outside", { store: { ...NO_ORDER, ...REFUNDED } }],
  ])("is not found: %s", (_, changes) => {
    expect(reconcile(changes)).toEqual([])
  })

  it("has no order to link to", () => {
    expect(only(reconcile({ store: NO_ORDER }), "orphan_payment")).not.toHaveProperty("orderId")
  })
})

describe("duplicate_payment of two codes of one order", () => {
  const earlier = { id: "pevou_0", paidAt: PAID_AT - 1, captured: false }
  const later = { id: "pevou_2", paidAt: PAID_AT + 1, captured: false }

  it.each<[string, FactChanges, boolean]>([
    [
      "the other was captured",
      { store: NOT_CAPTURED, paidSiblings: [{ ...later, captured: true }] },
      true,
    ],
    ["the other was paid earlier", { store: NOT_CAPTURED, paidSiblings: [earlier] }, true],
    [
      "both captured, the other was paid earlier",
      { paidSiblings: [{ ...earlier, captured: true }] },
      true,
    ],
    [
      "paid at the same time, the other has the smaller id",
      { paidSiblings: [{ ...earlier, paidAt: PAID_AT, captured: true }] },
      true,
    ],
    ["this one was captured", { paidSiblings: [earlier] }, false],
    ["the other was paid later", { paidSiblings: [{ ...later, captured: true }] }, false],
    [
      "the other's time is not known",
      { paidSiblings: [{ ...earlier, paidAt: null, captured: true }] },
      false,
    ],
    ["no other was paid", {}, false],
    [
      "the other was paid, this one never",
      {
        store: NOT_CAPTURED,
        gateway: { status: "voided", paidAt: null },
        lines: [],
        paidSiblings: [{ ...earlier, captured: true }],
      },
      false,
    ],
  ])("%s", (_, changes, found) => {
    expect(names(reconcile(changes))).toEqual(found ? ["duplicate_payment/another_voucher"] : [])
  })

  it("is found on exactly one of two vouchers, whichever way they are looked at", () => {
    const side = { id: "pevou_0", paidAt: PAID_AT, captured: true }
    const own = { id: "pevou_1", paidAt: PAID_AT, captured: true }
    const other = facts({ voucher: { id: "pevou_0" }, paidSiblings: [own] })
    const found = [facts({ paidSiblings: [side] }), other].flatMap((both) =>
      reconcileVoucher(both, createPolicy(), PAID_AT),
    )
    expect(only(found, "duplicate_payment").voucherId).toBe("pevou_1")
    expect(found[0]?.actual).toEqual({ payments: "2", amount: "69.90" })
  })
})

describe("the place of money has one name", () => {
  it.each<[string, FactChanges, string[]]>([
    ["no order beats all", { store: { ...NO_ORDER, ...CANCELED } }, ["orphan_payment"]],
    [
      "a cancelled order beats a second payment",
      {
        store: { ...CANCELED, ...NOT_CAPTURED },
        paidSiblings: [{ id: "pevou_0", paidAt: 0, captured: true }],
      },
      ["late_payment"],
    ],
    [
      "another amount does not hide that the order was cancelled",
      {
        store: { ...CANCELED, ...NOT_CAPTURED },
        gateway: { amount: 6500 },
        lines: [line({ amount: 6500 })],
      },
      ["amount_mismatch/underpaid", "late_payment"],
    ],
  ])("%s", (_, changes, expected) => {
    expect(names(reconcile(changes))).toEqual(expected)
  })
})
