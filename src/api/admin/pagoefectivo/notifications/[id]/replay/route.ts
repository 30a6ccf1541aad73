import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { replayNotice } from "../../../../../../workflows/notices/replay-notice"
import { actorOf } from "../../../../../support/actor"
import { answerErrors } from "../../../../../support/answer-errors"
import { recordId } from "../../../../../support/record-id"
import { presentNoticeWithBody } from "../../present-notice"

export const POST = answerErrors(async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const notice = await replayNotice(req.scope, recordId(req, "notification"), actorOf(req))
  res.json({ notification: presentNoticeWithBody(notice) })
})
