import { cardOf } from "./rules/fee-mismatch"
import { formatDay, limaDay, type Instant } from "../peru/lima"
import { splitExcess, type Excess } from "./excess"
import type { PayoutFacts, UnmatchedLine, VoucherFacts } from "./facts"
import { isAnnounced } from "./ledgers"
import { orderIsCanceled } from "./order-is-canceled"
import type { ReconciliationPolicy } from "./policy"
import { RECONCILIATION_REASONS, type Finding, type ReconciliationReason } from "./reasons"
import { reconcilePayout } from "./reconcile-payout"
import { reconcileUnmatchedLine } from "./reconcile-unmatched-line"
import { reconcileVoucher } from "./reconcile-voucher"
import { amountMismatch } from "./rules/amount-mismatch"
import { duplicateLines } from "./rules/duplicate-line"
import { duplicatePayment, duplicatePaymentsOfVoucher } from "./rules/duplicate-payment"
import { latePayment } from "./rules/late-payment"
import { missingCapture } from "./rules/missing-capture"
import { settledLate } from "./rules/settled-late"
import { unsettled } from "./rules/unsettled"
import { viewVoucher, type JudgedVoucher } from "./voucher-view"
import type { RuleOutcome, WhyCode } from "./why-codes"

export interface RuleTrace {
  reason: ReconciliationReason
  outcome: RuleOutcome
  /** Why it did not fire; null when it did. */
  why: { code: WhyCode; values: Record<string, string> } | null
  /** What it found. */
  findings: Finding[]
}

type Silence = Pick<RuleTrace, "outcome" | "why">

const notApplicable = (code: WhyCode): Silence => ({
  outcome: "not_applicable",
  why: { code, values: {} },
})

const nothing = (code: WhyCode, values: Record<string, string> = {}): Silence => ({
  outcome: "nothing",
  why: { code, values },
})

const NOTHING_WRONG = nothing("nothing_wrong")

function trace(
  findings: Finding[],
  silenceOf: (reason: ReconciliationReason) => Silence,
): RuleTrace[] {
  return RECONCILIATION_REASONS.map((reason) => {
    const own = findings.filter((finding) => finding.reason === reason)
    return own.length > 0
      ? { reason, outcome: "fired", why: null, findings: own }
      : { reason, ...silenceOf(reason), findings: [] }
  })
}

/** Which rules looked at a voucher, and what each made of it: the run's own rules, run once more. */
export function explainVoucher(
  facts: VoucherFacts,
  policy: ReconciliationPolicy,
  now: Instant,
): RuleTrace[] {
  const findings = reconcileVoucher(facts, policy, now)
  const view = viewVoucher(facts, policy, now)
  const fired = new Set(findings.map(({ reason }) => reason))
  return trace(findings, (reason) => coveredBy(reason, view, fired) ?? SILENCE[reason](view))
}

/** The same of a line that has no voucher. */
export function explainUnmatchedLine(line: UnmatchedLine, now: Instant): RuleTrace[] {
  const announced = isAnnounced(line, now) && line.creditedAt !== null
  return trace(reconcileUnmatchedLine(line, now), (reason) => {
    if (reason === "payout_mismatch") return notApplicable("no_payout")
    if (reason !== "unknown_reference") return notApplicable("no_code")
    const day = announced && line.creditedAt !== null ? formatDay(limaDay(line.creditedAt)) : ""
    return nothing("announced", { day })
  })
}

/** The same of a payout. */
export function explainPayout(
  payout: PayoutFacts,
  policy: ReconciliationPolicy,
  now: Instant,
): RuleTrace[] {
  return trace(reconcilePayout(payout, policy, now), (reason) =>
    reason === "payout_mismatch" ? NOTHING_WRONG : notApplicable("is_payout"),
  )
}

/** A case whose subject is not there any more, or has none. */
export function explainNothing(code: "no_subject" | "row_has_code" | "row_gone"): RuleTrace[] {
  return trace([], () => notApplicable(code))
}

/** Where a payment's money belongs: while a case says so, a run does not ask for its capture. */
const PLACES: ReadonlySet<string> = new Set(["late_payment", "orphan_payment", "duplicate_payment"])

/** The same beside an open case: what it knows from the moment when it happened holds on. */
export function besideCase(traces: RuleTrace[], reason: ReconciliationReason): RuleTrace[] {
  return traces.map((one) => {
    if (one.reason === reason && one.outcome !== "fired") {
      return { ...one, ...nothing("seen_then") }
    }
    const isPlaced = PLACES.has(reason) && one.reason === "missing_capture"
    return isPlaced && one.outcome === "fired" ? { ...one, findings: [], ...covered(reason) } : one
  })
}

const covered = (reason: ReconciliationReason): Silence => ({
  outcome: "covered",
  why: { code: "covered", values: { reason } },
})

type Alone = (view: JudgedVoucher, excess: Excess) => Finding | readonly Finding[] | null

/** Rules that others come before, with those others, the first first. */
const BEHIND: Partial<Record<ReconciliationReason, [Alone, ReconciliationReason[]]>> = {
  late_payment: [latePayment, ["orphan_payment"]],
  duplicate_payment: [
    (view, { payments }) => [
      ...duplicatePaymentsOfVoucher(view, payments),
      ...[duplicatePayment(view)].filter((one) => one !== null),
    ],
    ["orphan_payment", "late_payment", "currency_mismatch"],
  ],
  missing_capture: [
    missingCapture,
    ["orphan_payment", "late_payment", "duplicate_payment", "currency_mismatch", "amount_mismatch"],
  ],
  duplicate_line: [(view, { lines }) => duplicateLines(view, lines), ["currency_mismatch"]],
  amount_mismatch: [(view, { amount }) => amountMismatch(view, amount), ["currency_mismatch"]],
  unsettled: [unsettled, ["held"]],
  settled_late: [settledLate, ["held", "unsettled"]],
}

function coveredBy(
  reason: ReconciliationReason,
  view: JudgedVoucher,
  fired: ReadonlySet<ReconciliationReason>,
): Silence | null {
  const [alone, others] = BEHIND[reason] ?? []
  const by = others?.find((other) => fired.has(other))
  if (!alone || !by) return null
  const found = [alone(view, splitExcess(view))].flat().filter((one) => one !== null)
  return found.length > 0 ? covered(by) : null
}

const isPaid = ({ confirmed, facts: { store } }: JudgedVoucher) => confirmed || store.captured > 0
const hasMoney = ({ outstanding }: JudgedVoucher) => outstanding > 0

function comparison(view: JudgedVoucher): Silence {
  return isPaid(view) || view.sums.paymentLines > 0 ? NOTHING_WRONG : notApplicable("not_paid")
}

function refundSilence({ facts, sums, storeRefunded }: JudgedVoucher): Silence {
  const none = storeRefunded === 0 && sums.refunded === 0 && facts.gateway.refunded === 0
  return none ? notApplicable("no_refund") : NOTHING_WRONG
}

function unsettledSilence(view: JudgedVoucher): Silence {
  const { paidAt, policy, ledgers, openTakenBack } = view
  if (paidAt === null || !isPaid(view)) return notApplicable("not_paid")
  if (openTakenBack > 0) return notApplicable("taken_back")
  if (ledgers.isSettled) return nothing("is_settled")
  return nothing("not_due", {
    day: formatDay(policy.calendar.dueDay(paidAt, policy.dueBusinessDays)),
  })
}

/** Why a rule is silent about a voucher. */
const SILENCE: Record<ReconciliationReason, (view: JudgedVoucher) => Silence> = {
  missing_capture: (view) => {
    if (!hasMoney(view)) return notApplicable("no_money")
    return nothing(view.facts.store.captured >= view.promised ? "is_booked" : "too_fresh")
  },
  unknown_reference: () => notApplicable("has_code"),
  unsettled: unsettledSilence,
  settled_late: ({ ledgers }) =>
    ledgers.isSettled ? NOTHING_WRONG : notApplicable("no_settlement"),
  amount_mismatch: comparison,
  currency_mismatch: comparison,
  duplicate_payment: ({ facts, sums }) =>
    facts.paidSiblings.length === 0 && sums.payments.length < 2
      ? nothing("only_payment")
      : NOTHING_WRONG,
  duplicate_line: ({ sums }) =>
    sums.paymentLines === 0 ? notApplicable("no_settlement") : NOTHING_WRONG,
  late_payment: (view) => {
    if (view.facts.store.orderId === null) return notApplicable("no_order")
    if (!orderIsCanceled(view)) return notApplicable("order_stands")
    return nothing("no_money")
  },
  orphan_payment: (view) =>
    view.facts.store.orderId === null ? nothing("no_money") : notApplicable("has_order"),
  refund_missing: refundSilence,
  refund_unexpected: refundSilence,
  refund_mismatch: refundSilence,
  reversed: ({ openTakenBack }) =>
    openTakenBack === 0 ? nothing("not_taken_back") : nothing("taken_back_as_refund"),
  fee_mismatch: (view) => {
    const charged = view.facts.lines.find(({ fee }) => fee !== null)
    if (!charged) return notApplicable("no_fee")
    return cardOf(view, charged.creditedAt) === null ? nothing("no_fee_card") : NOTHING_WRONG
  },
  fx_mismatch: ({ standing }) =>
    standing.length === 0 ? notApplicable("no_settlement") : NOTHING_WRONG,
  payout_mismatch: () => notApplicable("no_payout"),
  held: (view) =>
    isPaid(view) || view.sums.paymentLines > 0 ? nothing("not_held") : notApplicable("not_paid"),
}
