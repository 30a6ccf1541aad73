import type { MedusaContainer } from "@medusajs/framework/types"
import { pagoEfectivo } from "./container"
import { WORKFLOW_LIMITS as LIMITS } from "./limits"
import { processNotice } from "./process-notice"

/** One bounded batch of notices whose time has come, the longest waiting first. */
export async function processInbox(container: MedusaContainer): Promise<{ notices: number }> {
  const due = await pagoEfectivo(container).listNotices(
    { status: "received", next_try_at: { $lte: new Date() } },
    { order: { next_try_at: "ASC" }, take: LIMITS.inboxBatch, select: ["id"] },
  )
  for (const { id } of due) await processNotice(container, id)
  return { notices: due.length }
}
