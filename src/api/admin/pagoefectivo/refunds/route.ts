import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminRefundListResponse } from "../../../../http-types"
import { pagoEfectivo } from "../../../../workflows/container"
import { listOptions, pickFields } from "../../../support/list-request"
import { REFUND_COLUMNS } from "./fields"
import { refundFilters } from "./filters"
import { loadRefundContext } from "./load-refund-context"
import { presentListedRefund } from "./present-refund"
import type { GetRefundsParamsType } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, GetRefundsParamsType>,
  res: MedusaResponse<AdminRefundListResponse>,
): Promise<void> {
  const options = listOptions(req, REFUND_COLUMNS)
  const filters = await refundFilters(req.scope, req.filterableFields as GetRefundsParamsType)
  const [rows, count] = await pagoEfectivo(req.scope).listAndCountRefunds(filters, options)
  const context = await loadRefundContext(req.scope, rows)
  const refunds = rows.map((row) => pickFields(req, presentListedRefund(row, context)))
  res.json({ refunds, count, limit: options.take, offset: options.skip })
}
