import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSettlementLineListResponse } from "../../../../../../http-types"
import { pagoEfectivo } from "../../../../../../workflows/container"
import { listOptions, pickFields } from "../../../../../support/list-request"
import { recordId } from "../../../../../support/record-id"
import { LINE_COLUMNS } from "../../fields"
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
    const { matched, replaced, ...filters } = req.filterableFields as GetLinesParamsType
    const options = listOptions(req, LINE_COLUMNS)
    const [rows, count] = await service.listAndCountSettlementLines(
      {
        ...filters,
        report_id: id,
        ...(replaced && { replaced_by: { $ne: null } }),
        ...(matched !== undefined &&
          !filters.voucher_id && {
            voucher_id: matched ? { $ne: null } : null,
          }),
      },
      { ...options, ...(replaced && { withDeleted: true }) },
    )
    const lines = rows.map((row) => pickFields(req, presentLine(row)))
    res.json({ lines, count, limit: options.take, offset: options.skip })
  },
)
