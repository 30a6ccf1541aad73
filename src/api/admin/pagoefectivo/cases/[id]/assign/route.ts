import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import type { AdminCaseResponse } from "../../../../../../http-types"
import { editCase } from "../../../../../../workflows/cases/change-case"
import { actorOf } from "../../../../../support/actor"
import { answerErrors } from "../../../../../support/answer-errors"
import { recordId } from "../../../../../support/record-id"
import { loadCaseDetail } from "../../load-case-detail"
import type { AssignCaseType } from "../../validators"
import { refused } from "../../../../../../errors/refusal"

type Request = AuthenticatedMedusaRequest<AssignCaseType>

export const POST = answerErrors(async (req: Request, res: MedusaResponse<AdminCaseResponse>) => {
  const id = recordId(req, "case")
  const { assigned_to, version } = req.validatedBody
  if (assigned_to !== null) await requireUser(req, assigned_to)
  const actor = actorOf(req)
  await editCase(req.scope, {
    id,
    version,
    kind: "assigned",
    actor,
    note: null,
    data: { assigned_to },
    set: { assigned_to },
  })
  res.json({ case: await loadCaseDetail(req.scope, id) })
})

async function requireUser(req: Request, id: string): Promise<void> {
  const [user] = await req.scope.resolve(Modules.USER).listUsers({ id }, { take: 1 })
  if (user) return
  throw refused("no_such_user", { found: id })
}
