import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { recordId } from "../../../../../support/record-id"
import { loadEvidence } from "./load-evidence"
import { answerErrors } from "../../../../../support/answer-errors"

/** The chain as one JSON document, named so that an auditor can keep it as a file. */
export const GET = answerErrors(async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const id = recordId(req, "order")
  const evidence = await loadEvidence(req.scope, id)
  res.setHeader("Content-Disposition", `attachment; filename="pagoefectivo-${id}.json"`)
  res.setHeader("Cache-Control", "no-store")
  res.json({ evidence })
})
