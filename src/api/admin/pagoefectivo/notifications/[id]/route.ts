import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pagoEfectivo } from "../../../../../workflows/container"
import { recordId } from "../../../../support/record-id"
import { presentNoticeWithBody } from "../present-notice"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const notice = await pagoEfectivo(req.scope).retrieveNotice(recordId(req, "notification"))
  res.json({ notification: presentNoticeWithBody(notice) })
}
