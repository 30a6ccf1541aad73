import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminPayout, AdminPayoutDetailResponse } from "../../../../../http-types"
import { loadExplanations } from "../load-explanations"
import { withHistory } from "../load-payouts"
import { requestedPayout } from "../requested-payout"
import { answerErrors } from "../../../../support/answer-errors"

/** One payout, with what may be behind its differences. */
export const GET = answerErrors(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminPayoutDetailResponse>) => {
    const found = await requestedPayout(req)
    const [[payout], explanations] = await Promise.all([
      withHistory(req.scope, [found]) as Promise<[AdminPayout]>,
      loadExplanations(req.scope, found),
    ])
    res.json({ payout: { ...payout, explanations } })
  },
)
