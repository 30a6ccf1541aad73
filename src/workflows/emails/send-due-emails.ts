import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { pagoEfectivo } from "../container"
import { WORKFLOW_LIMITS as LIMITS } from "../limits"
import { hasEmailProvider, sendVoucherEmail } from "./send-voucher-email"

const KINDS = ["issued", "expiring", "paid", "expired", "refunded"] as const

/**
 * Sends the mails of the last hours that are not out yet: their event was lost, or the e-mail
 * provider was down. A mail that is out is not sent again.
 */
export async function sendDueEmails(
  container: MedusaContainer,
): Promise<{ sent: number; failed: number }> {
  const count = { sent: 0, failed: 0 }
  if (!(await hasEmailProvider(container))) return count
  const service = pagoEfectivo(container)
  // Those that are switched off would fill the batch for hours.
  const wanted = KINDS.filter((kind) => service.options.emails[kind] !== false)
  const due = await service.listDueEmails(wanted, LIMITS.emailLookBackHours, LIMITS.emailBatch)
  for (const { voucher_id, kind, refund_id } of due) {
    try {
      const mail = { voucherId: voucher_id, kind, ...(refund_id && { refundId: refund_id }) }
      const outcome = await sendVoucherEmail(container, mail)
      if (outcome === "sent") count.sent++
    } catch (error) {
      count.failed++
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`PagoEfectivo: the ${kind} mail of voucher ${voucher_id} failed: ${nameOf(error)}`)
    }
  }
  return count
}

/** Only the kind of error: a provider's message may hold the shopper's address. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown error"
}
