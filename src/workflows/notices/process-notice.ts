import type { MedusaContainer } from "@medusajs/framework/types"
import type { NoticeRow, VoucherRow } from "../../modules/pagoefectivo"
import { confirmPayment } from "../payments/confirm-payment"
import { pagoEfectivo } from "../container"
import { messageOf } from "../../errors/message-of"
import { findVoucherOfNotice } from "./find-voucher-of-notice"
import { WORKFLOW_LIMITS as LIMITS } from "../limits"

/**
 * Gives a stored notice its effect. It may be called any number of times, by any number of
 * processes: the effect comes once, because it follows from the gateway's word and not the notice's.
 * A failure is kept with the notice and tried again by the inbox job.
 */
export async function processNotice(
  container: MedusaContainer,
  noticeId: string,
): Promise<NoticeRow> {
  const service = pagoEfectivo(container)
  const notice = await service.retrieveNotice(noticeId)
  if (notice.status !== "received") return notice
  let voucher: VoucherRow | null = null
  try {
    voucher = await findVoucherOfNotice(container, notice)
    if (!voucher) {
      return await service.inbox.end(notice, {
        status: "ignored",
        outcome: "not_ours",
        voucherId: null,
      })
    }
    const { outcome } = await confirmPayment(container, voucher.id)
    if (outcome === "waiting" && !isAnswered(notice)) {
      // The gateway does not confirm what its notice says: it may be a moment behind itself.
      return await service.inbox.postpone(notice, "The gateway does not show this payment yet")
    }
    return await service.inbox.end(notice, { status: "processed", outcome, voucherId: voucher.id })
  } catch (error) {
    return service.inbox.postpone(notice, messageOf(error))
  }
}

/**
 * Some gateways also tell that a code was made, or that something about it changed, without a word of
 * money: asked a few times, "waiting" is the answer. A notice that claims a payment is never done so.
 */
function isAnswered({ claimed_amount, claimed_paid_at, tries }: NoticeRow): boolean {
  const claimsPayment = claimed_amount !== null || claimed_paid_at !== null
  return !claimsPayment && tries + 1 >= LIMITS.triesOfThinNotice
}
