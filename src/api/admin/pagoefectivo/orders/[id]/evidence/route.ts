import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { limaDate } from "../../../../../../peru/lima"
import { recordId } from "../../../../../support/record-id"
import type { GetEvidenceParamsType } from "../../validators"
import { loadEvidence } from "./load-evidence"
import { answerErrors } from "../../../../../support/answer-errors"
import { printEvidence } from "./print-evidence"

/** What such a page may do, should somebody open it where it came from. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"

/** The chain as one file that an auditor can keep: for programs, or for people to print. */
export const GET = answerErrors(
  async (req: AuthenticatedMedusaRequest<unknown, GetEvidenceParamsType>, res: MedusaResponse) => {
    const { format, lang } = req.validatedQuery as GetEvidenceParamsType
    const evidence = await loadEvidence(req.scope, recordId(req, "order"))
    const number = Number(evidence.order.display_id)
    const name = `pagoefectivo-pedido-${number}-${limaDate(Date.now())}.${format}`
    res.setHeader("Content-Disposition", `attachment; filename="${name}"`)
    res.setHeader("Cache-Control", "no-store")
    if (format === "json") {
      res.json({ evidence })
      return
    }
    res.setHeader("Content-Type", "text/html; charset=utf-8")
    res.setHeader("Content-Security-Policy", POLICY)
    res.send(printEvidence(evidence, lang))
  },
)
