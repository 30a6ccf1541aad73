import { setImmediate } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { PayoutSummary, SuspectRecord } from "../../modules/pagoefectivo"
import type { Centimos } from "../../peru/centimos"
import { limaDay, type CivilDay } from "../../peru/lima"
import {
  findSuspects,
  MAX_SUSPECT_LINES,
  paymentKey,
  type FeeCard,
  type Search,
  type Suspect,
  type SuspectLine,
} from "../../reconciliation"
import { pagoEfectivo } from "../container"
import { optionsInForce } from "../settings/options-in-force"
import { feeCards } from "../settlement/fee-cards"
import { SETTLEMENT_LIMITS as LIMITS } from "../settlement/limits"

export interface PayoutExplanation {
  of: "deposit" | "declared"
  difference: string
  suspects: Suspect[]
  isComplete: boolean
}

/**
 * What may be behind a payout's differences, each by itself. The store's thread is given back between
 * pieces of lines and of the search.
 */
export async function explainDifferences(
  container: MedusaContainer,
  payout: PayoutSummary,
): Promise<PayoutExplanation[]> {
  const differences = [
    { of: "deposit" as const, difference: payout.deposit_difference },
    { of: "declared" as const, difference: payout.declared_difference },
  ].flatMap(({ of, difference }) =>
    difference === null || BigInt(difference) === 0n ? [] : [{ of, difference }],
  )
  if (differences.length === 0) return []
  const { lines, isComplete } = await loadLines(container, payout)
  const explanations: PayoutExplanation[] = []
  for (const { of, difference } of differences) {
    const suspects = await inTurns(findSuspects(lines, Number(difference)))
    explanations.push({ of, difference, suspects, isComplete })
  }
  return explanations
}

async function loadLines(
  container: MedusaContainer,
  payout: PayoutSummary,
): Promise<{ lines: SuspectLine[]; isComplete: boolean }> {
  const service = pagoEfectivo(container)
  const { provider_id, payout_id, currency_code } = payout
  const cardOn = feeCards(await optionsInForce(container)).of(provider_id)
  const lines: SuspectLine[] = []
  let after = ""
  for (;;) {
    const piece = await service.payoutLines.suspects(
      { provider_id, payout_id, currency_code },
      after,
      LIMITS.linesBatch,
    )
    const last = piece.at(-1)
    if (last === undefined) return { lines, isComplete: true }
    for (const record of piece) {
      if (!record.is_announced) lines.push(suspectLine(record, cardOn(dayOf(record))))
    }
    if (lines.length >= MAX_SUSPECT_LINES) return { lines, isComplete: false }
    after = last.id
  }
}

function dayOf({ judged_at }: SuspectRecord): CivilDay | null {
  return judged_at && limaDay(judged_at.getTime())
}

function suspectLine(record: SuspectRecord, card: FeeCard | null): SuspectLine {
  const { amount_centimos, fee_centimos, net_centimos, settlement_currency_code } = record
  const isConverted =
    settlement_currency_code !== null && settlement_currency_code !== record.currency_code
  return {
    id: record.id,
    state: stateOf(record),
    net: net_centimos ?? amount_centimos - (fee_centimos ?? 0),
    gross: isConverted ? null : amount_centimos,
    fee: isConverted ? null : fee_centimos,
    feeOff: isConverted ? 0 : feeOff(record, card),
    payment: paymentOf(record),
  }
}

function stateOf({ is_left_out, status, type }: SuspectRecord): SuspectLine["state"] {
  if (is_left_out) return "left_out"
  if (status === "held") return "held"
  return status === "reversed" || type === "reversal" ? "reversed" : "settled"
}

function feeOff(record: SuspectRecord, card: FeeCard | null): Centimos {
  const { type, amount_centimos, fee_centimos, currency_code } = record
  if (type !== "payment" || fee_centimos === null || !card?.covers(currency_code)) return 0
  return fee_centimos - card.feeFor(amount_centimos)
}

function paymentOf({ type, payment_id, voucher_id }: SuspectRecord): string | null {
  if (type !== "payment") return null
  return payment_id === null ? voucher_id : paymentKey(payment_id)
}

/** Runs a search, and lets others work between its turns. */
async function inTurns<Result>(search: Search<Result>): Promise<Result> {
  for (;;) {
    const { done, value } = search.next()
    if (done) return value
    await setImmediate()
  }
}
