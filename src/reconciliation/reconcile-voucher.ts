import type { Instant } from "../peru/lima"
import type { VoucherFacts } from "./facts"
import { splitExcess, type Excess } from "./excess"
import type { ReconciliationPolicy } from "./policy"
import type { Finding } from "./reasons"
import { amountMismatch, differingGatewayAmount } from "./rules/amount-mismatch"
import { currencyMismatch } from "./rules/currency-mismatch"
import { duplicateLines } from "./rules/duplicate-line"
import { duplicatePayment, duplicatePaymentsOfVoucher } from "./rules/duplicate-payment"
import { feeMismatches } from "./rules/fee-mismatch"
import { fxMismatches } from "./rules/fx-mismatch"
import { held } from "./rules/held"
import { latePayment } from "./rules/late-payment"
import { missingCapture } from "./rules/missing-capture"
import { overpaidOrder } from "./rules/overpaid-order"
import { orphanPayment } from "./rules/orphan-payment"
import { refunds } from "./rules/refunds"
import { reversed } from "./rules/reversed"
import { settledLate } from "./rules/settled-late"
import { unsettled } from "./rules/unsettled"
import { viewVoucher, type JudgedVoucher } from "./voucher-view"

/** Where the money belongs: at most one finding. Money that differs is never captured as it is. */
function ownershipFinding(view: JudgedVoucher, differs: boolean): Finding | null {
  return (
    orphanPayment(view) ??
    latePayment(view) ??
    duplicatePayment(view) ??
    (differs ? null : missingCapture(view))
  )
}

/** How much there is, and in which currency. A wrong currency makes amounts incomparable. */
function amountFindings(view: JudgedVoucher, excess: Excess): Finding[] {
  const mismatch = amountMismatch(view, excess.amount)
  return [
    ...duplicatePaymentsOfVoucher(view, excess.payments),
    ...duplicateLines(view, excess.lines),
    ...(mismatch === null ? [] : [mismatch]),
  ]
}

/** Where the money is on its way to the merchant: at most one finding. */
function progressFinding(view: JudgedVoucher): Finding | null {
  return held(view) ?? unsettled(view) ?? settledLate(view)
}

/**
 * Everything that does not add up for one voucher; empty when all is well or not yet due.
 *
 * Findings come in five groups that do not suppress each other, with this precedence inside them:
 * 1. ownership: `orphan_payment` > `late_payment` > `duplicate_payment` (another voucher) >
 *    `missing_capture`. The last is also suppressed when the currency, or the amount at the gateway,
 *    differs. A payment that was taken back or refunded has no place to look for.
 * 2. size: `currency_mismatch` > `duplicate_payment` (same voucher), `duplicate_line` and
 *    `amount_mismatch`; duplicates first take their part of an excess, and what the collector took
 *    back explains a shortage. Beside them, `amount_mismatch` of an order that owed less than it got.
 * 3. progress: `held` > `unsettled` > `settled_late`. Any line that settles or holds a payment ends the
 *    wait for one; one that is announced for a day to come counts nowhere before that day.
 * 4. money back: `reversed`, and one of `refund_unexpected`, `refund_missing`, `refund_mismatch`.
 *    Reversals carry out the store's refunds first; only the rest is `reversed`.
 * 5. price, line by line: `fee_mismatch`, `fx_mismatch`.
 *
 * `now` decides only whether something is due; it never appears in a finding.
 */
export function reconcileVoucher(
  facts: VoucherFacts,
  policy: ReconciliationPolicy,
  now: Instant,
): Finding[] {
  const view = viewVoucher(facts, policy, now)
  const excess = splitExcess(view)
  const currency = currencyMismatch(view)
  const differs = currency !== null || differingGatewayAmount(view) !== null
  const findings: Finding[] = currency === null ? amountFindings(view, excess) : [currency]
  const single = [
    ownershipFinding(view, differs),
    overpaidOrder(view),
    progressFinding(view),
    reversed(view),
    refunds(view),
  ]
  for (const finding of single) {
    if (finding !== null) {
      findings.push(finding)
    }
  }
  findings.push(...feeMismatches(view, excess.surplus), ...fxMismatches(view))
  return findings
}
