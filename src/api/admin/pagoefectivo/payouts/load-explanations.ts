import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminPayoutExplanation } from "../../../../http-types"
import type { PayoutSummary } from "../../../../modules/pagoefectivo"
import { formatCentimos } from "../../../../peru/centimos"
import { MAX_LINES_OF_SUSPECT } from "../../../../reconciliation"
import { pagoEfectivo } from "../../../../workflows/container"
import { explainDifferences } from "../../../../workflows/payouts/explain-payout"
import { presentPayoutLines } from "./present-payout-line"

/** What may be behind a payout's differences, with the lines that it names. */
export async function loadExplanations(
  container: MedusaContainer,
  payout: PayoutSummary,
): Promise<AdminPayoutExplanation[]> {
  const explanations = await explainDifferences(container, payout)
  const named = explanations.flatMap(({ suspects }) =>
    suspects.flatMap(({ lineIds }) => lineIds.slice(0, MAX_LINES_OF_SUSPECT)),
  )
  const records = await pagoEfectivo(container).payoutLines.byIds([...new Set(named)])
  const lines = new Map(
    (await presentPayoutLines(container, records)).map((line) => [line.id, line]),
  )
  return explanations.map(({ of, difference, suspects, isComplete }) => ({
    of,
    difference: formatCentimos(BigInt(difference)),
    suspects: suspects.map(({ kind, sum, explains, lineIds }) => ({
      kind,
      sum: formatCentimos(sum),
      explains,
      lines_count: lineIds.length,
      lines: lineIds.slice(0, MAX_LINES_OF_SUSPECT).flatMap((id) => lines.get(id) ?? []),
    })),
    is_complete: isComplete,
  }))
}
