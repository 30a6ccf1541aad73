import { formatDay, limaDay, type Instant } from "../../peru/lima"
import type { PayoutFacts } from "../facts"
import { formatCentimos } from "../../peru/centimos"
import type { ReconciliationPolicy } from "../policy"
import type { FindingDetail, FindingOf } from "../reasons"

function build(
  payout: PayoutFacts,
  detail: FindingDetail<"payout_mismatch">,
  field: string,
  expected: bigint,
  actual: bigint,
): FindingOf<"payout_mismatch"> {
  const difference = actual - expected
  const currencyCode = payout.currencyCode.toLowerCase()
  return {
    reason: "payout_mismatch",
    detail,
    key: `payout_mismatch:${payout.providerId}:${payout.payoutId}:${currencyCode}:${detail}`,
    expected: { [field]: formatCentimos(expected) },
    actual: { [field]: formatCentimos(actual) },
    amountAtRisk: formatCentimos(difference < 0n ? -difference : difference),
    currencyCode,
    payoutId: payout.payoutId,
  }
}

function mixedCurrencies(payout: PayoutFacts): FindingOf<"payout_mismatch"> {
  const all = payout.linesCount
  return {
    ...build(payout, "mixed_currencies", "total", payout.linesNet, payout.linesNet),
    expected: { lines_in_currency: String(all) },
    actual: { lines_in_currency: String(all - payout.otherCurrencyLines) },
  }
}

/** A report may be a few days behind the bank, as long as a payment may take to be settled. */
function unreported(
  payout: PayoutFacts,
  { calendar, dueBusinessDays }: ReconciliationPolicy,
  now: Instant,
): FindingOf<"payout_mismatch"> | null {
  const { unreportedSince, bankDeposit } = payout
  if (unreportedSince === null || bankDeposit === null) {
    return null
  }
  const dueDay = calendar.dueDay(unreportedSince, dueBusinessDays)
  if (limaDay(now) <= dueDay) {
    return null
  }
  const finding = build(payout, "unreported", "bank_deposit", 0n, bankDeposit)
  return {
    ...finding,
    expected: { ...finding.expected, reported_by: formatDay(dueDay) },
    actual: { ...finding.actual, deposited_on: formatDay(limaDay(unreportedSince)) },
  }
}

/** What was paid out: what the lines add up to, or else the total where nobody tells the lines. */
function paidOutBy({ declaredTotal, linesNet, linesUnknown }: PayoutFacts): bigint | null {
  return linesUnknown ? declaredTotal : linesNet
}

/**
 * The lines' nets against the payout's declared total, and against the bank deposit, each by itself
 * and to the céntimo. What is not known is not judged, such as the lines of a payout that
 * the report only names; a deposit whose payout no report tells of waits for its due day.
 * `linesCount` includes lines in other currencies, `linesNet` does not.
 */
export function payoutMismatches(
  payout: PayoutFacts,
  policy: ReconciliationPolicy,
  now: Instant,
): FindingOf<"payout_mismatch">[] {
  const { linesNet, declaredTotal, bankDeposit } = payout
  const findings: FindingOf<"payout_mismatch">[] = []
  if (payout.otherCurrencyLines > 0) {
    findings.push(mixedCurrencies(payout))
  }
  if (declaredTotal !== null && !payout.linesUnknown && declaredTotal !== linesNet) {
    findings.push(build(payout, "total", "total", linesNet, declaredTotal))
  }
  const paidOut = paidOutBy(payout)
  if (bankDeposit !== null && paidOut !== null && bankDeposit !== paidOut) {
    findings.push(build(payout, "bank_deposit", "bank_deposit", paidOut, bankDeposit))
  }
  const waiting = unreported(payout, policy, now)
  return waiting ? [...findings, waiting] : findings
}
