import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { recordId } from "../../../../support/record-id"
import { loadCaseDetail } from "../load-case-detail"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ case: await loadCaseDetail(req.scope, recordId(req, "case")) })
}
