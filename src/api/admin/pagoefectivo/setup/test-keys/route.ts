import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminTestKeysResponse } from "../../../../../http-types"
import { testKeys } from "../../../../../workflows/first-steps/test-keys"
import { entryOf } from "../entry-of"
import type { PostTestType } from "../validators"

/** Asks the gateway now, within health's bounds, whether it takes the keys. */
export async function POST(
  req: AuthenticatedMedusaRequest<PostTestType>,
  res: MedusaResponse<AdminTestKeysResponse>,
): Promise<void> {
  res.json({ checks: await testKeys(req.scope, entryOf(req)) })
}
