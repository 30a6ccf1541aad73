import fc from "fast-check"
import type { LineFacts, VoucherFacts } from "../facts"
import { formatCentimos, parseCentimos } from "../../peru/centimos"
import { createPolicy } from "../policy"
import { isReconciliationReason, type Finding } from "../reasons"
import { reconcileVoucher } from "../reconcile-voucher"
import { AFTER_DUE, facts, FEE_CARD, lima, line, names, NOT_CAPTURED } from "./facts-fixture"

const POLICY = createPolicy({ feeCard: FEE_CARD })

/** A few amounts that meet often, and any other. */
const amount = fc.oneof(
  fc.constantFrom(6990, 3000, 3990, 1, 0),
  fc.integer({ min: 0, max: 10 ** 9 }),
)
const currency = fc.constantFrom("pen", "PEN", "usd")
const instant = fc.integer({ min: lima("2026-09-01 00:00"), max: lima("2026-11-30 00:00") })

const anyLine: fc.Arbitrary<LineFacts> = fc.record({
  id: fc.uuid(),
  type: fc.constantFrom("payment", "payment", "refund", "reversal"),
  status: fc.constantFrom("settled", "settled", "held", "reversed"),
  amount: fc.tuple(amount, fc.boolean()).map(([value, negative]) => (negative ? -value : value)),
  currencyCode: currency,
  fee: fc.option(amount),
  net: fc.option(amount),
  creditedAt: fc.option(instant),
  paymentId: fc.constantFrom(null, "a", "b"),
  payoutId: fc.constantFrom(null, "po_1"),
  settlementCurrency: fc.constantFrom(null, "pen", "usd"),
  fxRate: fc.constantFrom(null, "3.75", "1"),
})

const anyFacts: fc.Arbitrary<VoucherFacts> = fc.record({
  voucher: fc.record({
    id: fc.constant("pevou_1"),
    amount: fc.constantFrom(6990, 3990, 1),
    currencyCode: currency,
    expiresAt: instant,
  }),
  store: fc.record({
    orderId: fc.constantFrom(null, "order_1"),
    orderStatus: fc.constantFrom(null, "pending", "completed", "canceled"),
    orderCanceledAt: fc.option(instant),
    captured: amount,
    capturedAt: fc.option(instant),
    refunds: fc.array(fc.record({ id: fc.uuid(), amount, at: instant, outside: fc.boolean() }), {
      maxLength: 3,
    }),
  }),
  gateway: fc.record({
    status: fc.constantFrom(
      "waiting",
      "paid",
      "expired",
      "voided",
      "reversed",
      "not_found",
      "unknown",
    ),
    amount: fc.option(amount),
    currencyCode: fc.option(currency),
    paidAt: fc.option(instant),
    held: fc.boolean(),
    refunded: fc.constantFrom(0, 2000, 6990),
    endedBeforeReversal: fc.boolean(),
  }),
  lines: fc.uniqueArray(anyLine, { maxLength: 6, selector: ({ id }) => id }),
  paidSiblings: fc.array(
    fc.record({
      id: fc.constantFrom("pevou_0", "pevou_2"),
      paidAt: fc.option(instant),
      captured: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
})

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    Object.values(value).forEach(deepFreeze)
    Object.freeze(value)
  }
  return value
}

function atRisk(findings: Finding[], reason: Finding["reason"]): number {
  return findings
    .filter((finding) => finding.reason === reason)
    .reduce((sum, finding) => sum + parseCentimos(finding.amountAtRisk), 0)
}

describe("any facts", () => {
  it("give well-formed findings with keys of their own, and are left untouched", () => {
    fc.assert(
      fc.property(anyFacts, instant, (any, now) => {
        const findings = reconcileVoucher(deepFreeze(any), POLICY, now)
        const keys = findings.map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
        for (const finding of findings) {
          expect(isReconciliationReason(finding.reason)).toBe(true)
          expect(finding.amountAtRisk).toMatch(/^\d+\.\d{2}$/)
          expect(finding.currencyCode).toMatch(/^[a-z]{3}$/)
          expect(finding.expected).not.toEqual(finding.actual)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it("give the same findings as time goes by: more may fall due, none changes or goes", () => {
    fc.assert(
      fc.property(anyFacts, instant, fc.nat(10 ** 10), (drawn, now, later) => {
        const lines = drawn.lines.filter(({ creditedAt }) => (creditedAt ?? 0) <= now)
        const any = { ...drawn, lines }
        const before = reconcileVoucher(any, POLICY, now)
        const after = reconcileVoucher(any, POLICY, now + later)
        const stable = before.filter(({ reason }) => !reason.startsWith("refund_"))
        expect(after).toEqual(expect.arrayContaining(stable))
      }),
      { numRuns: 1_000 },
    )
  })

  it("never let received money go unnamed that no capture, refund or reversal accounts for", () => {
    const received = fc.record({ any: anyFacts, paid: fc.boolean() }).map(({ any, paid }) => ({
      ...any,
      store: { ...any.store, ...NOT_CAPTURED, refunds: [] },
      gateway: { ...any.gateway, status: paid ? ("paid" as const) : ("waiting" as const) },
      lines: paid
        ? []
        : [line({ amount: any.voucher.amount, currencyCode: any.voucher.currencyCode })],
    }))
    fc.assert(
      fc.property(received, (any) => {
        const reasons = reconcileVoucher(any, POLICY, lima("2027-01-01 00:00")).map(
          ({ reason }) => reason,
        )
        const places = ["missing_capture", "late_payment", "orphan_payment", "duplicate_payment"]
        const differences = ["amount_mismatch", "currency_mismatch"]
        expect(
          [...places, ...differences].some((reason) => reasons.includes(reason as never)),
        ).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe("settled lines of one payment", () => {
  /** Cuts 69.90 into parts. */
  const parts = fc
    .uniqueArray(fc.integer({ min: 1, max: 6989 }), { maxLength: 8 })
    .map((cuts) => [0, ...cuts.sort((one, other) => one - other), 6990])
    .map((cuts) => cuts.slice(1).map((cut, index) => cut - (cuts[index] as number)))

  it("are whole whenever they add up, in any number of instalments", () => {
    fc.assert(
      fc.property(parts, (amounts) => {
        const lines = amounts.map((part) => line({ amount: part }))
        expect(reconcileVoucher(facts({ lines }), createPolicy(), AFTER_DUE)).toEqual([])
      }),
    )
  })

  it("are duplicates, one case each, when whole payments repeat", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), (copies) => {
        const lines = Array.from({ length: copies + 1 }, () => line())
        const findings = reconcileVoucher(facts({ lines }), createPolicy(), AFTER_DUE)
        expect(names(findings)).toEqual(Array.from({ length: copies }, () => "duplicate_line"))
      }),
    )
  })

  it("lose no céntimo: duplicates and mismatch explain exactly what is beyond or short", () => {
    const amounts = fc.array(
      fc.tuple(fc.constantFrom(6990, 3000, 3990, 5, 12_000), fc.constantFrom(null, "a", "b")),
      {
        minLength: 1,
        maxLength: 7,
      },
    )
    fc.assert(
      fc.property(amounts, (drawn) => {
        const lines = drawn.map(([value, paymentId]) => line({ amount: value, paymentId }))
        const findings = reconcileVoucher(facts({ lines }), createPolicy(), AFTER_DUE)
        const total = drawn.reduce((sum, [value]) => sum + value, 0)
        const duplicates =
          atRisk(findings, "duplicate_line") + atRisk(findings, "duplicate_payment")
        const mismatch = findings.find(({ reason }) => reason === "amount_mismatch")
        const own = parseCentimos(mismatch?.actual.amount ?? "69.90")
        expect(formatCentimos(own + duplicates)).toBe(formatCentimos(total))
      }),
      { numRuns: 2_000 },
    )
  })
})
