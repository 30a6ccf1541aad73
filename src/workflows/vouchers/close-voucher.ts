import type { MedusaContainer } from "@medusajs/framework/types"
import { closingEnded, closingPostponed, type VoucherRow } from "../../modules/pagoefectivo"
import { voidAtGateway } from "../../modules/pagoefectivo/vouchers/void-at-gateway"
import { cancelUnpaidOrder } from "../orders/cancel-unpaid-order"
import { pagoEfectivo } from "../container"
import { messageOf } from "../error-message"
import { withPurchaseLock } from "../locks"
import { refreshSessionData } from "./refresh-session-data"
import { reissueForOrder } from "../orders/reissue-for-order"
import { settlePaidVoucher } from "../payments/settle-paid-voucher"

/**
 * - `closed`: the code can't be paid any more, and what follows from that is done.
 * - `paid`: it was paid before it could be closed; the money is booked or has a case.
 * - `postponed`: no clear answer, so nothing was done; it is tried again later.
 * - `nothing_to_do`: no closing task is open.
 */
export type Closing = "closed" | "paid" | "postponed" | "nothing_to_do"

/**
 * Carries out a voucher's closing task: void first, cancel second. "Don't know" never cancels.
 * The task is ended last, so that a crash at any point leads to another, harmless, run.
 */
export async function closeVoucher(
  container: MedusaContainer,
  voucherId: string,
): Promise<Closing> {
  const service = pagoEfectivo(container)
  const known = await service.retrieveVoucher(voucherId)
  return withPurchaseLock(container, known, async () => {
    const voucher = await service.retrieveVoucher(voucherId)
    if (!voucher.closing_reason) return "nothing_to_do"
    const result = await voidAtGateway(service, voucher, {
      beforeEvent: () => refreshSessionData(container, voucher),
    })
    if (result.outcome === "unknown") return "postponed"
    try {
      if (result.outcome === "paid") await settlePaidVoucher(container, result.voucher)
      else await afterClosing(container, result.voucher)
    } catch (error) {
      await service.changeVoucher(voucherId, closingPostponed(messageOf(error)))
      return "postponed"
    }
    await service.changeVoucher(voucherId, closingEnded(voucher.closing_reason))
    return result.outcome === "paid" ? "paid" : "closed"
  })
}

/** What follows when a code is closed for good. */
async function afterClosing(container: MedusaContainer, voucher: VoucherRow): Promise<void> {
  if (voucher.closing_reason === "deadline") await cancelUnpaidOrder(container, voucher)
  await refreshSessionData(container, voucher)
  if (voucher.closing_reason === "superseded") await reissueForOrder(container, voucher)
}
