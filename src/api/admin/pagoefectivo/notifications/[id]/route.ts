import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminNoticeResponse } from "../../../../../http-types"
import { pagoEfectivo } from "../../../../../workflows/container"
import { recordId } from "../../../../support/record-id"
import { presentNoticeWithBody } from "../present-notice"
import { answerErrors } from "../../../../support/answer-errors"

export const GET = answerErrors(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminNoticeResponse>) => {
    const notice = await pagoEfectivo(req.scope).retrieveNotice(recordId(req, "notification"))
    res.json({ notification: presentNoticeWithBody(notice) })
  },
)
