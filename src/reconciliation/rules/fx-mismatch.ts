import Decimal from "decimal.js"
import { buildFinding } from "../build-finding"
import { limaDay } from "../../peru/lima"
import { sameCurrency } from "../currency"
import type { LineFacts } from "../facts"
import { convertCentimos } from "../../peru/rounding"
import type { FindingOf } from "../reasons"
import type { JudgedVoucher } from "../voucher-view"

function checkCurrency(view: JudgedVoucher, line: LineFacts): FindingOf<"fx_mismatch"> | null {
  const agreed = view.policy.fx.settlementCurrency ?? line.currencyCode
  const actual = line.settlementCurrency ?? line.currencyCode
  if (sameCurrency(agreed, actual)) {
    return null
  }
  return buildFinding(view, "fx_mismatch", {
    detail: "settlement_currency",
    subject: line.id,
    lineId: line.id,
    payoutId: line.payoutId,
    expected: { settlement_currency: agreed.toLowerCase() },
    actual: { settlement_currency: actual.toLowerCase() },
    atRisk: line.amount,
  })
}

/** The rate of the day that the line was credited, or else paid, on. */
function referenceRate(view: JudgedVoucher, line: LineFacts, to: string): string | null {
  const day = limaDay(line.creditedAt ?? view.paidAt ?? view.facts.voucher.expiresAt)
  const { fx } = view.policy
  return fx.referenceRate(line.currencyCode.toLowerCase(), to.toLowerCase(), day)
}

function checkRate(view: JudgedVoucher, line: LineFacts): FindingOf<"fx_mismatch"> | null {
  const { settlementCurrency, fxRate } = line
  if (fxRate === null || settlementCurrency === null) {
    return null
  }
  const reference = sameCurrency(settlementCurrency, line.currencyCode)
    ? "1"
    : referenceRate(view, line, settlementCurrency)
  if (reference === null) {
    return null
  }
  const off = new Decimal(fxRate).minus(reference)
  const band = new Decimal(reference).times(view.policy.fx.bandPercent).div(100)
  if (off.abs().lte(band)) {
    return null
  }
  const lostShare = off.abs().div(reference)
  return buildFinding(view, "fx_mismatch", {
    detail: "rate",
    subject: line.id,
    lineId: line.id,
    payoutId: line.payoutId,
    expected: { fx_rate: reference, band_percent: view.policy.fx.bandPercent },
    actual: { fx_rate: fxRate },
    atRisk: convertCentimos(line.amount, lostShare),
  })
}

/**
 * A payment was settled in a currency that was not agreed, or at a rate outside the band around the
 * reference. A settlement that states no rate, or a day without a reference, is not judged by rate.
 * Lines in another currency than the voucher are a currency mismatch and nothing else.
 */
export function fxMismatches(view: JudgedVoucher): FindingOf<"fx_mismatch">[] {
  const findings: FindingOf<"fx_mismatch">[] = []
  for (const line of view.standing) {
    if (line.ledger !== "paid") {
      const finding = checkCurrency(view, line) ?? checkRate(view, line)
      if (finding !== null) {
        findings.push(finding)
      }
    }
  }
  return findings
}
