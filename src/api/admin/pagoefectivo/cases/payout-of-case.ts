import type { MedusaContainer } from "@medusajs/framework/types"
import { payoutRecordId, type CaseRow } from "../../../../modules/pagoefectivo"
import { pagoEfectivo } from "../../../../workflows/container"

/** The id of the payout that a case, or its line, is about. A line may be paid out in another currency. */
export async function payoutOfCase(
  container: MedusaContainer,
  { line_id, payout_id, provider_id, currency_code }: CaseRow,
): Promise<string | null> {
  if (!payout_id || !provider_id) return null
  const [line] = line_id
    ? await pagoEfectivo(container).listSettlementLines(
        { id: line_id },
        { select: ["settlement_currency_code", "currency_code"], take: 1, withDeleted: true },
      )
    : []
  const paidOut = line?.settlement_currency_code ?? line?.currency_code ?? currency_code
  return payoutRecordId({ provider_id, payout_id, currency_code: paidOut })
}
