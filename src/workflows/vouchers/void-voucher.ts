import type { MedusaContainer } from "@medusajs/framework/types"
import { closingRequested, type VoucherRow } from "../../modules/pagoefectivo"
import { isPayable } from "../../modules/pagoefectivo/vouchers/voucher-state"
import { closeVoucher, type Closing } from "./close-voucher"
import { pagoEfectivo } from "../container"
import { refused } from "../../errors/refusal"

export interface Voiding {
  outcome: Closing
  /** Why it was postponed. */
  reason: string | null
  voucher: VoucherRow
}

/**
 * Makes a code unpayable because an admin wants it so. Without a clear answer the task stays open
 * and is tried again by itself. The order stays as it is.
 * @throws MedusaError (not_allowed) when the code can't be paid any more anyway.
 */
export async function voidVoucher(
  container: MedusaContainer,
  voucherId: string,
  actor: string,
): Promise<Voiding> {
  const service = pagoEfectivo(container)
  const known = await service.retrieveVoucher(voucherId)
  if (!isPayable(known) && !known.closing_reason) {
    throw refused("nothing_to_void", { cip: known.cip, status: known.status })
  }
  await service.changeVoucher(voucherId, closingRequested("admin", actor))
  const outcome = await closeVoucher(container, voucherId)
  const voucher = await service.retrieveVoucher(voucherId)
  return {
    outcome,
    reason: outcome === "postponed" ? voucher.closing_last_error : null,
    voucher,
  }
}
