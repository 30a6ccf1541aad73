import type { PayoutRecord } from "../../modules/pagoefectivo"
import { reconcilePayout, type PayoutFacts, type ReconciliationPolicy } from "../../reconciliation"
import { pagoEfectivo } from "../container"
import { SETTLEMENT_LIMITS as LIMITS } from "../settlement/limits"
import { asCase, type RunRecord } from "./run-record"

/** The lines of each payout against its total and the bank deposit. */
export async function examinePayouts(
  record: RunRecord,
  policy: ReconciliationPolicy,
  now: Date,
): Promise<void> {
  const { facts } = pagoEfectivo(record.container).reconciliation
  let after = ""
  for (;;) {
    const payouts = await facts.payouts(after, LIMITS.linesBatch)
    const last = payouts.at(-1)
    if (last === undefined) return
    const findings = payouts.flatMap((payout) =>
      reconcilePayout(payoutFacts(payout), policy, now.getTime()).map((one) =>
        asCase(one, payout.provider_id),
      ),
    )
    const examinedKeys = await facts.payoutCases(payouts.map(({ payout_id }) => payout_id))
    await record.write({ findings, examinedKeys })
    after = last.payout_id
    await record.progress({})
  }
}

/** Rows of the database as the rules want them. */
export function payoutFacts(payout: PayoutRecord): PayoutFacts {
  const amount = (centimos: number | null) => (centimos === null ? null : BigInt(centimos))
  return {
    providerId: payout.provider_id,
    payoutId: payout.payout_id,
    currencyCode: payout.currency_code,
    linesCount: Number(payout.lines_count),
    linesUnknown: payout.lines_unknown,
    linesNet: BigInt(payout.lines_net),
    otherCurrencyLines: Number(payout.other_currency_lines),
    unreportedSince: payout.unreported_since && payout.unreported_since.getTime(),
    declaredTotal: amount(payout.declared_total_centimos),
    bankDeposit: amount(payout.bank_deposit_centimos),
  }
}
