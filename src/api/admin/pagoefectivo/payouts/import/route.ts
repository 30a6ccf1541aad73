import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pagoEfectivo } from "../../../../../workflows/container"
import { providerIdFor } from "../../../../../workflows/settlement/providers"
import { applyBankDeposits } from "../../../../../workflows/settlement/apply-tables"
import { answerErrors } from "../../../../support/answer-errors"
import { answerTable } from "../../../../support/table-upload"
import { DepositFields } from "../validators"

/** What the bank received, by file. The next run compares it with the reports' lines. */
export const POST = answerErrors((req: AuthenticatedMedusaRequest, res: MedusaResponse) =>
  answerTable(req, res, DepositFields, async (file, { provider_id }) => {
    const providerId = providerIdFor(pagoEfectivo(req.scope).options, provider_id)
    const result = await applyBankDeposits(req.scope, { ...file, providerId })
    return { result, more: { unknown_payouts: result.unknownPayouts } }
  }),
)
