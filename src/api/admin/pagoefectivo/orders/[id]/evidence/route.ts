import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { recordId } from "../../../../../support/record-id"
import { loadEvidence } from "./load-evidence"

/** The chain as one JSON document, named so that an auditor can keep it as a file. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = recordId(req, "order")
  const evidence = await loadEvidence(req.scope, id)
  res.setHeader("Content-Disposition", `attachment; filename="pagoefectivo-${id}.json"`)
  res.setHeader("Cache-Control", "no-store")
  res.json({ evidence })
}
