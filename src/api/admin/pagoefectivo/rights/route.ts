import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminRightsResponse } from "../../../../http-types"
import { callerMay } from "../../../support/caller-rights"
import { RIGHTS } from "../permissions"

/** What the caller may do, so that the admin can say why it may not do the rest. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminRightsResponse>,
): Promise<void> {
  const answers = await Promise.all(
    RIGHTS.map(async (right) => {
      const [resource = "", operation = ""] = right.split(":")
      return [right, await callerMay(req, { resource: `pagoefectivo_${resource}`, operation })]
    }),
  )
  res.json({ rights: Object.fromEntries(answers) as AdminRightsResponse["rights"] })
}
