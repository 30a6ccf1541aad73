import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { VoucherRow } from "../../modules/pagoefectivo"
import { pagoEfectivo } from "../container"
import { messageOf } from "../../errors/message-of"
import { emit, PagoEfectivoEvents } from "../events"
import { isCanceled, loadPurchase, type PurchaseOrder } from "../orders/purchase"
import { sendVoucherEmail, type EmailOutcome } from "./send-voucher-email"

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
  const obstacle = obstacleOf(voucher, order)
  if (obstacle) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Code ${voucher.cip} can't be sent again: ${obstacle}.`,
    )
  }
  await service.note(voucherId, { kind: "resent", actor })
  await emit(container, PagoEfectivoEvents.VOUCHER_ISSUED, voucher.id, voucher.order_id)
  return mail(container, voucherId)
}

function obstacleOf({ order_id, status }: VoucherRow, order: PurchaseOrder | null): string | null {
  if (status !== "waiting") return `it is ${status}`
  if (order && isCanceled(order)) return "its order is cancelled"
  return order_id ? null : "it has no order yet"
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
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "The e-mail provider did not take the mail. The store's log says why.",
    )
  }
}
