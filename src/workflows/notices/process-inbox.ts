import type { MedusaContainer } from "@medusajs/framework/types"
import { pagoEfectivo } from "../container"
import { WORKFLOW_LIMITS as LIMITS } from "../limits"
import { untilFailing } from "../until-failing"
import { processNotice } from "./process-notice"

/**
 * One bounded batch of notices whose time has come, the longest waiting first. It ends early when
 * several in a row can't be processed: then the gateway or the platform is in trouble.
 */
export async function processInbox(
  container: MedusaContainer,
): Promise<{ notices: number; failed: number }> {
  const due = await pagoEfectivo(container).listNotices(
    { status: "received", next_try_at: { $lte: new Date() } },
    { order: { next_try_at: "ASC" }, take: LIMITS.inboxBatch, select: ["id"] },
  )
  const count = { notices: 0, failed: 0 }
  await untilFailing(due, async ({ id }) => {
    const { last_error } = await processNotice(container, id)
    count.notices++
    if (last_error) count.failed++
    return last_error === null
  })
  return count
}
