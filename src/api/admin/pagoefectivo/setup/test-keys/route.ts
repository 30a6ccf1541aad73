import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminTestKeysResponse } from "../../../../../http-types"
import { testKeys } from "../../../../../workflows/first-steps/test-keys"
import { entryOf } from "../entry-of"
import type { PostTestType } from "../validators"
import { answerErrors } from "../../../../support/answer-errors"

/** Asks the gateway now, within health's bounds, whether it takes the keys. */
export const POST = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<PostTestType>,
    res: MedusaResponse<AdminTestKeysResponse>,
  ) => {
    res.json({ checks: await testKeys(req.scope, entryOf(req)) })
  },
)
