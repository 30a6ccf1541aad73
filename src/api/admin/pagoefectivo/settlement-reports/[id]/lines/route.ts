import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSettlementLineListResponse } from "../../../../../../http-types"
import { pagoEfectivo } from "../../../../../../workflows/container"
import { listOptions, pickFields } from "../../../../../support/list-request"
import { recordId } from "../../../../../support/record-id"
import { LINE_COLUMNS } from "../../fields"
import { lineFilters } from "../../line-filters"
import { presentLine } from "../../present-report"
import type { GetLinesParamsType } from "../../validators"
import { answerErrors } from "../../../../../support/answer-errors"

export const GET = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<unknown, GetLinesParamsType>,
    res: MedusaResponse<AdminSettlementLineListResponse>,
  ) => {
    const service = pagoEfectivo(req.scope)
    const id = recordId(req, "settlement report")
    await service.retrieveSettlementReport(id, { select: ["id"] })
    const { filters, scope } = lineFilters(id, req.filterableFields as GetLinesParamsType)
    const options = listOptions(req, LINE_COLUMNS)
    const [rows, count] = await service.listAndCountSettlementLines(filters, {
      ...options,
      ...scope,
    })
    const lines = rows.map((row) => pickFields(req, presentLine(row)))
    res.json({ lines, count, limit: options.take, offset: options.skip })
  },
)
