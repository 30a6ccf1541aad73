import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSetupResponse } from "../../../../../http-types"
import { loadFirstSteps } from "../../../../../workflows/first-steps/load-first-steps"
import { recordDismissed } from "../../../../../workflows/first-steps/state"
import { actorOf } from "../../../../support/actor"
import type { PostDismissType } from "../validators"

/** Takes the page out of the menu, for everybody, or back in with `{ "dismissed": false }`. */
export async function POST(
  req: AuthenticatedMedusaRequest<PostDismissType>,
  res: MedusaResponse<AdminSetupResponse>,
): Promise<void> {
  await recordDismissed(req.scope, req.validatedBody.dismissed ? actorOf(req) : null)
  res.json({ setup: await loadFirstSteps(req.scope) })
}
