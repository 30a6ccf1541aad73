import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminLineSuggestionsResponse } from "../../../../../../http-types"
import { recordId } from "../../../../../support/record-id"
import { suggestForLine } from "../../../../../../workflows/settlement/suggest-for-line"

/** Vouchers that a line may belong to, best first. To accept one, link the line's case to it. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminLineSuggestionsResponse>,
): Promise<void> {
  res.json({ suggestions: await suggestForLine(req.scope, recordId(req, "settlement line")) })
}
