import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminNoticeResponse } from "../../../../../http-types"
import { pagoEfectivo } from "../../../../../workflows/container"
import { recordId } from "../../../../support/record-id"
import { presentNoticeWithBody } from "../present-notice"

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminNoticeResponse>,
): Promise<void> {
  const notice = await pagoEfectivo(req.scope).retrieveNotice(recordId(req, "notification"))
  res.json({ notification: presentNoticeWithBody(notice) })
}
