import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCaseResponse } from "../../../../../http-types"
import { recordId } from "../../../../support/record-id"
import { loadCaseDetail } from "../load-case-detail"

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminCaseResponse>,
): Promise<void> {
  res.json({ case: await loadCaseDetail(req, recordId(req, "case")) })
}
