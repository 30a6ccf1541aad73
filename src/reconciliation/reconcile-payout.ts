import type { Instant } from "../peru/lima"
import type { PayoutFacts, LineFacts } from "./facts"
import { sameCurrency, type CurrencyCode } from "./currency"
import type { ReconciliationPolicy } from "./policy"
import type { Finding } from "./reasons"
import { payoutMismatches } from "./rules/payout-mismatch"

/** What does not add up in one payout; empty when all is well or nothing is known to compare with. */
export function reconcilePayout(
  payout: PayoutFacts,
  policy: ReconciliationPolicy,
  now: Instant,
): Finding[] {
  return payoutMismatches(payout, policy, now)
}

/** Adds up a payout's lines one by one, exactly, for callers without a database to do it. */
export class PayoutSum {
  linesCount = 0
  linesNet = 0n
  otherCurrencyLines = 0

  constructor(private readonly currencyCode: CurrencyCode) {}

  /** A line without a net counts with amount − fee; a held line is not paid out and does not count. */
  add(line: LineFacts): void {
    if (line.status === "held") {
      return
    }
    this.linesCount += 1
    if (sameCurrency(line.settlementCurrency ?? line.currencyCode, this.currencyCode)) {
      this.linesNet += BigInt(line.net ?? line.amount - (line.fee ?? 0))
    } else {
      this.otherCurrencyLines += 1
    }
  }
}
