import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminVoucherListResponse } from "../../../../http-types"
import { pagoEfectivo } from "../../../../workflows/container"
import { listOptions, pickFields } from "../../../support/list-request"
import { orderNumbers } from "../../../support/order-numbers"
import { VOUCHER_COLUMNS } from "./fields"
import { voucherFilters } from "./filters"
import { listByIds } from "./list-by-ids"
import { presentVoucher } from "./present-voucher"
import type { GetVouchersParamsType } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, GetVouchersParamsType>,
  res: MedusaResponse<AdminVoucherListResponse>,
): Promise<void> {
  const service = pagoEfectivo(req.scope)
  const options = listOptions(req, VOUCHER_COLUMNS)
  const { settled, stranded, ...filters } = req.filterableFields as GetVouchersParamsType
  const list = settled ? service.unsettled : stranded ? service.stranded : null
  const [rows, count] = list
    ? await listByIds(service, list, options)
    : await service.listAndCountVouchers(await voucherFilters(req.scope, filters), options)
  const context = {
    backendUrl: service.options.backendUrl,
    orderNumbers: await orderNumbers(
      req.scope,
      rows.map(({ order_id }) => order_id),
    ),
  }
  const vouchers = rows.map((row) => pickFields(req, presentVoucher(row, context)))
  res.json({ vouchers, count, limit: options.take, offset: options.skip })
}
