import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCaseResponse } from "../../../../../http-types"
import { recordId } from "../../../../support/record-id"
import { loadCaseDetail } from "../load-case-detail"
import { answerErrors } from "../../../../support/answer-errors"

export const GET = answerErrors(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminCaseResponse>) => {
    res.json({ case: await loadCaseDetail(req, recordId(req, "case")) })
  },
)
