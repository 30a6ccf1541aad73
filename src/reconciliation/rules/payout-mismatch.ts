import type { PayoutFacts } from "../facts"
import { formatCentimos } from "../money"
import type { FindingDetail, FindingOf } from "../reasons"

function build(
  payout: PayoutFacts,
  detail: FindingDetail<"payout_mismatch">,
  field: string,
  expected: bigint,
  actual: bigint,
): FindingOf<"payout_mismatch"> {
  const difference = actual - expected
  return {
    reason: "payout_mismatch",
    detail,
    key: `payout_mismatch:${payout.payoutId}:${detail}`,
    expected: { [field]: formatCentimos(expected) },
    actual: { [field]: formatCentimos(actual) },
    amountAtRisk: formatCentimos(difference < 0n ? -difference : difference),
    currencyCode: payout.currencyCode.toLowerCase(),
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

/**
 * The lines' nets against the payout's declared total, and what was paid out against the bank
 * deposit; both to the céntimo. What is not known is not judged, such as the lines of a payout that
 * the report only names. `linesCount` includes lines in
 * other currencies, `linesNet` does not.
 */
export function payoutMismatches(payout: PayoutFacts): FindingOf<"payout_mismatch">[] {
  const { linesNet, declaredTotal, bankDeposit } = payout
  const findings: FindingOf<"payout_mismatch">[] = []
  if (payout.otherCurrencyLines > 0) {
    findings.push(mixedCurrencies(payout))
  }
  if (declaredTotal !== null && !payout.linesUnknown && declaredTotal !== linesNet) {
    findings.push(build(payout, "total", "total", linesNet, declaredTotal))
  }
  const paidOut = declaredTotal ?? linesNet
  if (bankDeposit !== null && bankDeposit !== paidOut) {
    findings.push(build(payout, "bank_deposit", "bank_deposit", paidOut, bankDeposit))
  }
  return findings
}
