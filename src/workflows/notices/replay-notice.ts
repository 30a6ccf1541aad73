import type { MedusaContainer } from "@medusajs/framework/types"
import type { NoticeRow } from "../../modules/pagoefectivo"
import { TEST_OUTCOME } from "../../modules/pagoefectivo/notices/inbox"
import { pagoEfectivo } from "../container"
import { processNotice } from "./process-notice"
import { refused } from "../../errors/refusal"

/**
 * Processes a notice once more because a person wants it so, whatever became of it before. Safe: the
 * effect follows from the gateway's word. If the process dies in between, the inbox job goes on.
 * @throws MedusaError (not_allowed) for a notice that can't be read, and for the store's own tests.
 */
export async function replayNotice(
  container: MedusaContainer,
  noticeId: string,
  actor: string,
): Promise<NoticeRow> {
  const service = pagoEfectivo(container)
  const notice = await service.retrieveNotice(noticeId)
  if (notice.verdict === "unreadable") {
    throw refused("notice_unreadable", { id: noticeId })
  }
  if (notice.outcome === TEST_OUTCOME) {
    throw refused("notice_is_test", { id: noticeId })
  }
  const now = new Date()
  await service.updateNotices({
    id: noticeId,
    status: "received",
    outcome: null,
    tries: 0,
    next_try_at: now,
    last_error: null,
    replayed_by: actor,
    replayed_at: now,
  })
  return processNotice(container, noticeId)
}
