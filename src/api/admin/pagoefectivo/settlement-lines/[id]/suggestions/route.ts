import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminLineSuggestionsResponse } from "../../../../../../http-types"
import { recordId } from "../../../../../support/record-id"
import { suggestForLine } from "../../../../../../workflows/settlement/suggest-for-line"
import { answerErrors } from "../../../../../support/answer-errors"

/** Vouchers that a line may belong to, best first. To accept one, link the line's case to it. */
export const GET = answerErrors(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminLineSuggestionsResponse>) => {
    res.json({ suggestions: await suggestForLine(req.scope, recordId(req, "settlement line")) })
  },
)
