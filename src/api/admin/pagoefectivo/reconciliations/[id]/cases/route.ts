import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminRunCaseListResponse } from "../../../../../../http-types"
import { pagoEfectivo } from "../../../../../../workflows/container"
import { listOptions, pickFields } from "../../../../../support/list-request"
import { recordId } from "../../../../../support/record-id"
import { CASE_COLUMNS } from "../../../cases/fields"
import { loadCaseContext } from "../../../cases/load-case-context"
import { presentCase } from "../../../cases/present-case"
import type { GetRunCasesParamsType } from "../../validators"
import { answerErrors } from "../../../../../support/answer-errors"

/** The cases that a run opened, changed or closed, each with what it did. */
export const GET = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<unknown, GetRunCasesParamsType>,
    res: MedusaResponse<AdminRunCaseListResponse>,
  ) => {
    const service = pagoEfectivo(req.scope)
    const run = await service.retrieveReconciliation(recordId(req, "reconciliation"))
    const { change = null } = req.validatedQuery as GetRunCasesParamsType
    const { take, skip, order } = listOptions(req, CASE_COLUMNS)
    const isByDay = "opened_at" in order
    const orderBy = isByDay ? "opened_at" : "amount_at_risk_centimos"
    const direction = order[orderBy] ?? "DESC"
    const [found, count] = await service.cases.ofRun(run.id, {
      change,
      orderBy,
      direction,
      take,
      skip,
    })
    const rows = found.length
      ? await service.listCases({ id: found.map(({ id }) => id) }, { take: found.length })
      : []
    const context = await loadCaseContext(req.scope, rows)
    const cases = found.flatMap(({ id, changes }) => {
      const row = rows.find((one) => one.id === id)
      return row ? pickFields(req, { ...presentCase(row, context), changes }) : []
    })
    res.json({ cases, count, limit: take, offset: skip })
  },
)
