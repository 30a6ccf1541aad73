import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { messageOf } from "../../errors/message-of"
import type { UnansweredRefund } from "../../modules/pagoefectivo"
import { refundVoucher } from "../../modules/pagoefectivo/refunding/refund-voucher"
import { pagoEfectivo } from "../container"
import { WORKFLOW_LIMITS as LIMITS } from "../limits"
import { withPurchaseLock } from "../locks"
import { minutesAgo } from "../minutes-ago"
import { reportUnreturnedPayment } from "../orders/handle-canceled-order"
import { untilFailing } from "../until-failing"

/**
 * Refunds that the platform has in its books, and whose process died before the gateway, or our own
 * books, had them: each is asked for again under its own key, and stays one.
 * @returns how many are answered now
 */
export async function finishRefunds(container: MedusaContainer): Promise<number> {
  const open = await pagoEfectivo(container).listUnansweredRefunds(
    {
      from: minutesAgo(LIMITS.abandonedLookBackDays * 24 * 60),
      before: minutesAgo(LIMITS.abandonedRefundMinutes),
    },
    LIMITS.expiryBatch,
  )
  let finished = 0
  await untilFailing(open, async (refund) => {
    const isAnswered = await finishRefund(container, refund)
    if (isAnswered) finished++
    return isAnswered
  })
  return finished
}

async function finishRefund(
  container: MedusaContainer,
  { id, amount, voucherId }: UnansweredRefund,
): Promise<boolean> {
  const service = pagoEfectivo(container)
  const known = await service.retrieveVoucher(voucherId)
  return withPurchaseLock(container, known, async () => {
    const voucher = await service.retrieveVoucher(voucherId)
    try {
      const gateway = service.gatewayFor(voucher.provider_id)
      await refundVoucher({ service, gateway, voucher, amount, idempotencyKey: id })
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`PagoEfectivo: refund ${id} of code ${voucher.cip}: ${messageOf(error)}`)
      const [own] = await service.listRefunds({ idempotency_key: id }, { take: 1 })
      if (own?.status !== "rejected") return false
      // As the platform does when it is told at once: a refund that was not made is not in its books.
      await container.resolve(Modules.PAYMENT).deleteRefunds([id])
      await reportUnreturnedPayment(container, voucher)
    }
    return true
  })
}
