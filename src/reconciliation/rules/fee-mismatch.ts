import { buildFinding } from "../build-finding"
import { sameCurrency } from "../currency"
import type { LineFacts } from "../facts"
import type { FeeCard } from "../fee-card"
import { formatCentimos, type Centimos } from "../../peru/centimos"
import { limaDay, type Instant } from "../../peru/lima"
import type { FindingDetail, FindingOf } from "../reasons"
import type { JudgedVoucher } from "../voucher-view"

type ChargedLine = LineFacts & { fee: Centimos }

/** Lines whose fee the rate card says something about: payments that were not taken back. */
function isCharged(card: FeeCard, line: LineFacts): line is ChargedLine {
  const isPayment = line.type === "payment" && line.status !== "reversed" && line.amount > 0
  return isPayment && line.fee !== null && card.covers(line.currencyCode)
}

/**
 * A row that a later one of its payment replaced, as a held one that was settled, is no second charge,
 * and nothing is charged by what was only paid.
 */
function judgedLines({ facts, standing }: JudgedVoucher): LineFacts[] {
  return facts.lines.filter(
    (line) => line.ledger !== "paid" && (line.type !== "payment" || standing.includes(line)),
  )
}

/** One payment settled in several lines is charged once, on their sum. */
function installments(
  view: JudgedVoucher,
  card: FeeCard,
  surplus: readonly LineFacts[],
): ChargedLine[] | null {
  if (view.sums.paymentLines < 2) {
    return null
  }
  const charged = judgedLines(view)
    .filter((line) => !surplus.includes(line))
    .filter((line): line is ChargedLine => isCharged(card, line))
  const total = charged.reduce((sum, line) => sum + line.amount, 0)
  return charged.length > 1 && total === view.promised ? charged : null
}

function detailOf(difference: Centimos): FindingDetail<"fee_mismatch"> {
  return difference > 0 ? "overcharged" : "undercharged"
}

function outsideTolerance(card: FeeCard, charged: Centimos, expected: Centimos): Centimos {
  const difference = charged - expected
  return Math.abs(difference) <= card.tolerance ? 0 : difference
}

function checkInstallments(
  view: JudgedVoucher,
  card: FeeCard,
  lines: readonly ChargedLine[],
): FindingOf<"fee_mismatch">[] {
  const charged = lines.reduce((sum, line) => sum + line.fee, 0)
  const difference = outsideTolerance(card, charged, card.feeFor(view.promised))
  if (difference === 0) {
    return []
  }
  return [
    buildFinding(view, "fee_mismatch", {
      detail: detailOf(difference),
      expected: { fee: formatCentimos(charged - difference) },
      actual: { fee: formatCentimos(charged) },
      atRisk: difference,
    }),
  ]
}

/** Net less (amount − fee); 0 where a part is missing or the net is in another currency. */
function netDifference(line: LineFacts): Centimos {
  const { amount, fee, net, currencyCode, settlementCurrency } = line
  if (fee === null || net === null) {
    return 0
  }
  const isComparable = settlementCurrency === null || sameCurrency(settlementCurrency, currencyCode)
  return isComparable ? net - (amount - fee) : 0
}

function lineFinding(
  view: JudgedVoucher,
  line: LineFacts,
  feeDifference: Centimos,
  netOff: Centimos,
): FindingOf<"fee_mismatch"> {
  const fee = line.fee ?? 0
  const rightNet = line.amount - fee
  return buildFinding(view, "fee_mismatch", {
    detail: feeDifference === 0 ? "net_inconsistent" : detailOf(feeDifference),
    subject: line.id,
    lineId: line.id,
    payoutId: line.payoutId,
    expected: {
      fee: formatCentimos(fee - feeDifference),
      ...(netOff === 0 ? {} : { net: formatCentimos(rightNet) }),
    },
    actual: {
      fee: formatCentimos(fee),
      ...(netOff === 0 ? {} : { net: formatCentimos(rightNet + netOff) }),
    },
    atRisk: Math.max(Math.abs(feeDifference), Math.abs(netOff)),
  })
}

/** The card of the day of payment; where that is unknown, of the day of crediting. */
export function cardOf(
  { policy, paidAt }: JudgedVoucher,
  creditedAt: Instant | null,
): FeeCard | null {
  const at = paidAt ?? creditedAt
  return policy.feeCardOn(at === null ? null : limaDay(at))
}

/**
 * The fee against the rate card, and the net against amount − fee, for each line. Lines in another
 * currency than the voucher are a currency mismatch and nothing else; `surplus` are those that are a
 * duplicate.
 */
export function feeMismatches(
  view: JudgedVoucher,
  surplus: readonly LineFacts[],
): FindingOf<"fee_mismatch">[] {
  const paidCard = cardOf(view, null)
  const together = paidCard === null ? null : installments(view, paidCard, surplus)
  const findings =
    paidCard === null || together === null ? [] : checkInstallments(view, paidCard, together)
  for (const line of judgedLines(view)) {
    const feeCard = cardOf(view, line.creditedAt)
    const feeDifference =
      feeCard !== null && isCharged(feeCard, line) && !together?.includes(line)
        ? outsideTolerance(feeCard, line.fee, feeCard.feeFor(line.amount))
        : 0
    const netOff = netDifference(line)
    const isOff = feeDifference !== 0 || netOff !== 0
    if (isOff && sameCurrency(line.currencyCode, view.currencyCode)) {
      findings.push(lineFinding(view, line, feeDifference, netOff))
    }
  }
  return findings
}
