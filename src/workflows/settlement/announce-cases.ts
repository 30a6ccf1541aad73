import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { DecidedCase } from "../../modules/pagoefectivo/case-batch"
import { PagoEfectivoEvents } from "../events"

const EVENTS: Partial<Record<DecidedCase["decision"]["action"], string>> = {
  open: PagoEfectivoEvents.CASE_OPENED,
  reopen: PagoEfectivoEvents.CASE_OPENED,
  heal: PagoEfectivoEvents.CASE_RESOLVED,
}

/** The events of a batch of cases. */
export async function announceCases(
  container: MedusaContainer,
  decided: DecidedCase[],
  runId: string,
): Promise<void> {
  const messages = decided.flatMap(({ id, decision, orderId }) => {
    const name = EVENTS[decision.action]
    const data = { id, ...(orderId && { order_id: orderId }), reconciliation_id: runId }
    return name ? [{ name, data }] : []
  })
  if (messages.length === 0) return
  await container.resolve(Modules.EVENT_BUS).emit(messages)
}
