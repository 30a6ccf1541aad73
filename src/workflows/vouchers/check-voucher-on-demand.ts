import type { MedusaContainer } from "@medusajs/framework/types"
import type { VoucherRow } from "../../modules/pagoefectivo"
import { confirmPayment, type Confirmation } from "../payments/confirm-payment"
import { pagoEfectivo } from "../container"

/**
 * Asks the gateway about one voucher because a person wants to know now.
 * @param admin the admin user's id, written into the timeline; null for the shopper.
 * @throws GatewayError when there was no clear answer: then nothing is known, and nothing changed.
 */
export async function checkVoucherOnDemand(
  container: MedusaContainer,
  voucherId: string,
  admin: string | null,
): Promise<{ outcome: Confirmation; voucher: VoucherRow }> {
  const service = pagoEfectivo(container)
  const { outcome } = await confirmPayment(container, voucherId)
  if (admin) {
    await service.note(voucherId, { kind: "checked", actor: admin, data: { outcome } })
  }
  return { outcome, voucher: await service.retrieveVoucher(voucherId) }
}
