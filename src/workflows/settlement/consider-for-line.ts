import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminConsideredVoucher } from "../../http-types"
import type { SettlementLineRow } from "../../modules/pagoefectivo"
import { formatCentimos } from "../../peru/centimos"
import { considerVoucher, payerTokens, type ConsideredLine } from "../../reconciliation"
import { pagoEfectivo } from "../container"
import { SETTLEMENT_LIMITS as LIMITS } from "./limits"
import { payerOfLine } from "./payer-of-line"

/**
 * Vouchers that a line without one may have been taken for, with what is alike and why none was
 * taken. Names are compared and never told. None where the line is gone or has found its voucher.
 */
export async function considerForLine(
  container: MedusaContainer,
  lineId: string,
): Promise<Omit<AdminConsideredVoucher, "order_display_id">[]> {
  const service = pagoEfectivo(container)
  const [line] = await service.listSettlementLines({ id: lineId }, { take: 1 })
  if (!line || line.voucher_id) return []
  const rows = await service.lineMatches.listConsidered(line, LIMITS.consideredVouchers)
  if (rows.length === 0) return []
  const asked = consideredLine(line, await payerOfLine(container, line))
  return rows
    .map((row) => {
      const { voucherId, ...judged } = considerVoucher(asked, {
        voucherId: row.id,
        amount: row.amount_centimos,
        currencyCode: row.currency_code,
        at: new Date(row.at).getTime(),
        payerTokens: payerTokens(row.payer_first_name ?? ""),
        providerId: row.provider_id,
        reference: row.transaction_code,
        paymentId: row.gateway_id,
        isSettled: row.is_settled,
        sharesId: row.shares_id,
      })
      return {
        voucher_id: voucherId,
        cip: row.cip,
        order_id: row.order_id,
        amount: formatCentimos(row.amount_centimos),
        currency_code: row.currency_code,
        at: new Date(row.at).toISOString(),
        ...judged,
      }
    })
    .sort((one, other) => other.alike.length - one.alike.length || other.score - one.score)
}

function consideredLine(line: SettlementLineRow, payer: string[]): ConsideredLine {
  const at = line.paid_at ?? line.credited_at
  return {
    amount: line.amount_centimos,
    currencyCode: line.currency_code,
    at: at && new Date(at).getTime(),
    payerTokens: payer,
    providerId: line.provider_id,
    reference: line.external_reference,
    paymentId: line.payment_id,
  }
}
