import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminLineSuggestion } from "../../http-types"
import { formatCentimos } from "../../peru/centimos"
import { payerTokens, suggestVouchers } from "../../reconciliation"
import { pagoEfectivo } from "../container"
import { SETTLEMENT_LIMITS as LIMITS } from "./limits"
import { payerOfLine } from "./payer-of-line"

/**
 * Vouchers that a line without one may belong to, by amount, day and payer. A suggestion decides nothing:
 * a person accepts it by linking the line's case.
 * @throws MedusaError (not_found)
 */
export async function suggestForLine(
  container: MedusaContainer,
  lineId: string,
): Promise<AdminLineSuggestion[]> {
  const service = pagoEfectivo(container)
  const line = await service.retrieveSettlementLine(lineId)
  if (line.voucher_id) return []
  const candidates = await service.lineMatches.listCandidates(line, LIMITS.suggestionCandidates)
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  const at = line.paid_at ?? line.credited_at
  const suggestions = suggestVouchers(
    {
      amount: line.amount_centimos,
      currencyCode: line.currency_code,
      at: at && new Date(at).getTime(),
      payerTokens: await payerOfLine(container, line),
    },
    candidates.map((candidate) => ({
      voucherId: candidate.id,
      amount: candidate.amount_centimos,
      currencyCode: candidate.currency_code,
      at: new Date(candidate.at).getTime(),
      payerTokens: payerTokens(candidate.payer_first_name ?? ""),
    })),
  )
  return suggestions.map(({ voucherId, score, parts }) => {
    const candidate = byId.get(voucherId)
    return {
      voucher_id: voucherId,
      cip: candidate?.cip ?? null,
      order_id: candidate?.order_id ?? null,
      amount: candidate ? formatCentimos(candidate.amount_centimos) : null,
      score,
      parts,
    }
  })
}
