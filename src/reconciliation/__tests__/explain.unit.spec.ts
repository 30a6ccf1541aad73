import { createPolicy } from "../policy"
import {
  besideCase,
  explainNothing,
  explainPayout,
  explainUnmatchedLine,
  explainVoucher,
} from "../explain"
import { RECONCILIATION_REASONS, type ReconciliationReason } from "../reasons"
import { reconcileVoucher } from "../reconcile-voucher"
import {
  AFTER_DUE,
  BEFORE_DUE,
  facts,
  FEE_CARD,
  lima,
  line,
  NOT_CAPTURED,
  PAID_AT,
  type FactChanges,
} from "./facts-fixture"

const POLICY = createPolicy({ feeCard: FEE_CARD })

const explain = (changes: FactChanges, now = AFTER_DUE) => {
  const traces = explainVoucher(facts(changes), POLICY, now)
  const about = (reason: ReconciliationReason) => {
    const { outcome, why } = traces.find((trace) => trace.reason === reason) ?? {}
    return why ? [outcome, why.code, why.values] : [outcome]
  }
  return { traces, about }
}

const CANCELED = { orderStatus: "canceled", orderCanceledAt: PAID_AT - 1 }

describe("why there is a case", () => {
  it("tells of every rule, in the order of the reasons", () => {
    const { traces } = explain({})
    expect(traces.map(({ reason }) => reason)).toEqual([...RECONCILIATION_REASONS])
    expect(traces.some(({ outcome }) => outcome === "fired")).toBe(false)
  })

  it.each<[string, FactChanges]>([
    ["nothing is wrong", {}],
    ["nothing is settled", { lines: [] }],
    ["the order is cancelled", { store: { ...NOT_CAPTURED, ...CANCELED } }],
    ["the fee is wrong", { lines: [line({ fee: 300, net: 6690 })] }],
    ["it was paid short and is held", { gateway: { amount: 6500, held: true } }],
  ])("says what a run says when %s", (_, changes) => {
    const { traces } = explain(changes)
    const found = traces.flatMap(({ findings }) => findings.map(({ key }) => key)).sort()
    const run = reconcileVoucher(facts(changes), POLICY, AFTER_DUE)
    expect(found).toEqual(run.map(({ key }) => key).sort())
  })

  it("says which reason comes before another that would fit as well", () => {
    const { about } = explain({ store: { ...NOT_CAPTURED, ...CANCELED } })
    expect(about("late_payment")).toEqual(["fired"])
    expect(about("missing_capture")).toEqual(["covered", "covered", { reason: "late_payment" }])
  })

  it("keeps what a case knows from the moment when it happened", () => {
    const { traces } = explain({ store: NOT_CAPTURED })
    const fired = (all: typeof traces) => all.filter(({ outcome }) => outcome === "fired")
    expect(fired(traces).map(({ reason }) => reason)).toEqual(["missing_capture"])
    const beside = besideCase(traces, "orphan_payment")
    expect(fired(beside)).toEqual([])
    const whyOf = (reason: string) => beside.find((one) => one.reason === reason)?.why
    expect(whyOf("missing_capture")).toMatchObject({ values: { reason: "orphan_payment" } })
    expect(whyOf("orphan_payment")).toMatchObject({ code: "seen_then" })
  })

  it("says until when a payment may still be settled", () => {
    const { about } = explain({ lines: [] }, BEFORE_DUE)
    expect(about("unsettled")).toEqual(["nothing", "not_due", { day: "2026-10-09" }])
    expect(explain({ lines: [] }).about("unsettled")).toEqual(["fired"])
  })

  it("tells a rule that found nothing from one that had nothing to look at", () => {
    const { about } = explain({})
    expect(about("missing_capture")).toEqual(["nothing", "is_booked", {}])
    expect(about("late_payment")).toEqual(["not_applicable", "order_stands", {}])
    expect(about("fee_mismatch")).toEqual(["not_applicable", "no_fee", {}])
    expect(about("refund_missing")).toEqual(["not_applicable", "no_refund", {}])
    expect(about("payout_mismatch")).toEqual(["not_applicable", "no_payout", {}])
    const unpaid = explain({
      store: NOT_CAPTURED,
      gateway: { status: "waiting", amount: null, paidAt: null },
      lines: [],
    })
    expect(unpaid.about("unsettled")).toEqual(["not_applicable", "not_paid", {}])
    expect(unpaid.about("missing_capture")).toEqual(["not_applicable", "no_money", {}])
    expect(unpaid.about("held")).toEqual(["not_applicable", "not_paid", {}])
  })

  it("tells of a row of unknown origin, also of one that is announced only", () => {
    const unmatched = { ...line(), externalReference: "payses_1" }
    const outcomes = (traces: ReturnType<typeof explainUnmatchedLine>) =>
      Object.fromEntries(traces.map(({ reason, outcome, why }) => [reason, why?.code ?? outcome]))
    expect(outcomes(explainUnmatchedLine(unmatched, AFTER_DUE))).toMatchObject({
      unknown_reference: "fired",
      held: "no_code",
      payout_mismatch: "no_payout",
    })
    const ahead = { ...unmatched, creditedAt: lima("2026-10-12 12:00") }
    const told = explainUnmatchedLine(ahead, AFTER_DUE).find(
      ({ reason }) => reason === "unknown_reference",
    )
    expect(told?.why).toEqual({ code: "announced", values: { day: "2026-10-12" } })
  })

  it("tells of a payout, and of a case whose subject is gone", () => {
    const payout = {
      providerId: "p",
      payoutId: "L-1",
      currencyCode: "pen",
      linesCount: 1,
      linesNet: 6800n,
      otherCurrencyLines: 0,
      unreportedSince: null,
      declaredTotal: null,
      bankDeposit: 6450n,
    }
    const outcomeOf = (bankDeposit: bigint) =>
      explainPayout({ ...payout, bankDeposit }, POLICY, AFTER_DUE)
        .filter(({ outcome }) => outcome !== "not_applicable")
        .map(({ reason, outcome }) => [reason, outcome])
    expect(outcomeOf(6450n)).toEqual([["payout_mismatch", "fired"]])
    expect(outcomeOf(6800n)).toEqual([["payout_mismatch", "nothing"]])
    expect(explainNothing("row_gone")).toHaveLength(RECONCILIATION_REASONS.length)
  })
})
