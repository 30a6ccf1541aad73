import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCaseListResponse } from "../../../../http-types"
import { pagoEfectivo } from "../../../../workflows/container"
import { actorOf } from "../../../support/actor"
import { listOptions, pickFields } from "../../../support/list-request"
import { CASE_COLUMNS } from "./fields"
import { caseFilters } from "./filters"
import { loadCaseContext } from "./load-case-context"
import { presentCase } from "./present-case"
import type { GetCasesParamsType } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, GetCasesParamsType>,
  res: MedusaResponse<AdminCaseListResponse>,
): Promise<void> {
  const asked = req.filterableFields as GetCasesParamsType
  const filters = await caseFilters(req.scope, asked, actorOf(req))
  const options = listOptions(req, CASE_COLUMNS)
  const [rows, count] = await pagoEfectivo(req.scope).listAndCountCases(filters, options)
  const context = await loadCaseContext(req.scope, rows)
  const cases = rows.map((row) => pickFields(req, presentCase(row, context)))
  res.json({ cases, count, limit: options.take, offset: options.skip })
}
