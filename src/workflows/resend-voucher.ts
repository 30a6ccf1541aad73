import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { VoucherRow } from "../modules/pagoefectivo"
import { pagoEfectivo } from "./container"
import { emit, PagoEfectivoEvents } from "./events"

/**
 * Announces a code once more, so that whoever sends it to shoppers sends it again.
 * @throws MedusaError (not_allowed) when it is not waiting, or has no order.
 */
export async function resendVoucher(
  container: MedusaContainer,
  voucherId: string,
  actor: string,
): Promise<VoucherRow> {
  const service = pagoEfectivo(container)
  const voucher = await service.retrieveVoucher(voucherId)
  const obstacle =
    voucher.status !== "waiting"
      ? `it is ${voucher.status}`
      : voucher.order_id
        ? null
        : "it has no order yet"
  if (obstacle) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Code ${voucher.cip} can't be sent again: ${obstacle}.`,
    )
  }
  await service.note(voucherId, "resent", actor)
  await emit(container, PagoEfectivoEvents.VOUCHER_ISSUED, voucher.id, voucher.order_id)
  return voucher
}
