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
      const asked = { resource: `pagoefectivo_${resource}`, operation }
      // It only explains: the routes decide.
      return [right, await callerMay(req, asked, true)]
    }),
  )
  res.json({ rights: Object.fromEntries(answers) as AdminRightsResponse["rights"] })
}
