import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSetupStateResponse } from "../../../../../http-types"
import { isOpen } from "../../../../../workflows/first-steps/load-first-steps"

/** Whether the page has a place in the menu; looks at nothing else. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminSetupStateResponse>,
): Promise<void> {
  res.json({ setup: { is_open: await isOpen(req.scope) } })
}
