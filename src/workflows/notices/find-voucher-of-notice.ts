import type { MedusaContainer } from "@medusajs/framework/types"
import type { GatewayVoucherState } from "../../gateways/gateway"
import type { NoticeRow, VoucherRow } from "../../modules/pagoefectivo"
import { issuedFromState } from "../../modules/pagoefectivo/vouchers/at-gateway"
import { pagoEfectivo } from "../container"

/**
 * The voucher that a notice speaks of; null when the code is none of this store's. A code whose
 * answer was lost is recognised by its transaction code and kept from now on.
 * @throws GatewayError when the gateway had to be asked and gave no clear answer.
 */
export async function findVoucherOfNotice(
  container: MedusaContainer,
  notice: NoticeRow,
): Promise<VoucherRow | null> {
  const service = pagoEfectivo(container)
  const { gateway_id, provider_id } = notice
  if (!gateway_id) return null
  const [known] = await service.listVouchers({ gateway_id, provider_id }, { take: 1 })
  return known ?? adoptCode(container, provider_id, gateway_id)
}

/**
 * Asks the gateway about a code that this store does not know, and keeps it if it was issued for one
 * of the store's own attempts. Only the gateway's word counts here: a transaction code in a notice
 * or in a report is a hint.
 * @throws GatewayError when the gateway gave no clear answer.
 */
export async function adoptCode(
  container: MedusaContainer,
  providerId: string,
  gatewayId: string,
): Promise<VoucherRow | null> {
  const [state] = await pagoEfectivo(container)
    .gatewayFor(providerId)
    .retrieve([{ gatewayId, cip: gatewayId, transactionCode: "" }])
  return state?.transactionCode ? adoptLostCode(container, state, state.transactionCode) : null
}

/** Keeps a code that was issued although its answer never arrived. */
async function adoptLostCode(
  container: MedusaContainer,
  state: GatewayVoucherState,
  transactionCode: string,
): Promise<VoucherRow | null> {
  const service = pagoEfectivo(container)
  const [attempt] = await service.listAttempts({ transaction_code: transactionCode }, { take: 1 })
  if (!attempt) return null
  return service.attempts.recordIssued(attempt, issuedFromState(state, transactionCode), null)
}
