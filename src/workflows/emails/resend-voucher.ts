import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { VoucherRow } from "../../modules/pagoefectivo"
import { pagoEfectivo } from "../container"
import { messageOf } from "../../errors/message-of"
import { emit, PagoEfectivoEvents } from "../events"
import { isCanceled, loadPurchase, type PurchaseOrder } from "../orders/purchase"
import { sendVoucherEmail, type EmailOutcome } from "./send-voucher-email"
import { refused } from "../../errors/refusal"

/** Length of `2026-10-12T05:04`. */
const UP_TO_MINUTES = 16

/**
 * Announces a code once more and mails it to the shopper again. An impatient double click within a
 * minute is one mail.
 * @throws MedusaError (not_allowed) when the code is not waiting, has no order, or a cancelled one;
 *   (unexpected_state) when the e-mail provider failed.
 */
export async function resendVoucher(
  container: MedusaContainer,
  voucherId: string,
  actor: string,
): Promise<EmailOutcome> {
  const service = pagoEfectivo(container)
  const voucher = await service.retrieveVoucher(voucherId)
  const { order } = await loadPurchase(container, voucher)
  refuseObstacle(voucher, order)
  await service.note(voucherId, { kind: "resent", actor })
  await emit(container, PagoEfectivoEvents.VOUCHER_ISSUED, voucher.id, voucher.order_id)
  return mail(container, voucherId)
}

function refuseObstacle({ cip, order_id, status }: VoucherRow, order: PurchaseOrder | null): void {
  if (status !== "waiting") throw refused("code_not_resendable", { cip, status })
  if (order && isCanceled(order)) throw refused("resend_order_cancelled", { cip })
  if (!order_id) throw refused("resend_without_order", { cip })
}

async function mail(container: MedusaContainer, voucherId: string): Promise<EmailOutcome> {
  const again = new Date().toISOString().slice(0, UP_TO_MINUTES)
  try {
    return await sendVoucherEmail(container, { voucherId, kind: "issued", again })
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `PagoEfectivo: the mail of voucher ${voucherId} was not sent again: ${messageOf(error)}`,
      )
    throw refused("email_not_taken")
  }
}
