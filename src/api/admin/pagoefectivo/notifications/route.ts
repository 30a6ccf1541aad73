import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminNoticeListResponse } from "../../../../http-types"
import { pagoEfectivo } from "../../../../workflows/container"
import { listOptions, pickFields } from "../../../support/list-request"
import { noticeFilters } from "./filters"
import { presentNotice } from "./present-notice"
import type { GetNotificationsParamsType } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, GetNotificationsParamsType>,
  res: MedusaResponse<AdminNoticeListResponse>,
): Promise<void> {
  const options = listOptions(req)
  const [rows, count] = await pagoEfectivo(req.scope).listAndCountNotices(
    noticeFilters(req.filterableFields as GetNotificationsParamsType),
    options,
  )
  const notifications = rows.map((row) => pickFields(req, presentNotice(row)))
  res.json({ notifications, count, limit: options.take, offset: options.skip })
}
