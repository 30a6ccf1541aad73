import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCaseResponse } from "../../../../../../http-types"
import { editCase } from "../../../../../../workflows/cases/change-case"
import { actorOf } from "../../../../../support/actor"
import { answerErrors } from "../../../../../support/answer-errors"
import { recordId } from "../../../../../support/record-id"
import { loadCaseDetail } from "../../load-case-detail"
import type { AddNoteType } from "../../validators"

type Request = AuthenticatedMedusaRequest<AddNoteType>

export const POST = answerErrors(async (req: Request, res: MedusaResponse<AdminCaseResponse>) => {
  const id = recordId(req, "case")
  const { note } = req.validatedBody
  await editCase(req.scope, { id, kind: "note", actor: actorOf(req), note, set: {} })
  res.json({ case: await loadCaseDetail(req, id) })
})
