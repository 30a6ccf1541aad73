import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSetupResponse } from "../../../../../http-types"
import { loadFirstSteps } from "../../../../../workflows/first-steps/load-first-steps"
import { recordSkipped } from "../../../../../workflows/first-steps/state"
import { actorOf } from "../../../../support/actor"
import type { PostSkipType } from "../validators"

/** Does without an optional step for now, or asks for it again with `{ "skipped": false }`. */
export async function POST(
  req: AuthenticatedMedusaRequest<PostSkipType>,
  res: MedusaResponse<AdminSetupResponse>,
): Promise<void> {
  const { step, skipped } = req.validatedBody
  await recordSkipped(req.scope, step, skipped ? actorOf(req) : null)
  res.json({ setup: await loadFirstSteps(req.scope) })
}
