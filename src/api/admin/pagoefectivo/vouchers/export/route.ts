import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { VoucherRow } from "../../../../../modules/pagoefectivo"
import { pagoEfectivo } from "../../../../../workflows/container"
import { inBatches, inPages, mapBatches } from "../../../../support/export/in-batches"
import { sendExport } from "../../../../support/export/send-export"
import { voucherFilters } from "../filters"
import { listByIds } from "../list-by-ids"
import type { ExportVouchersParamsType } from "../validators"
import { loadVoucherRows } from "./load-voucher-rows"
import { VOUCHER_TABLE } from "./voucher-table"
import { answerErrors } from "../../../../support/answer-errors"

export const GET = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<unknown, ExportVouchersParamsType>,
    res: MedusaResponse,
  ) => {
    const { format, words, ...wanted } = req.validatedQuery as ExportVouchersParamsType
    const { count, vouchers } = await find(req.scope, wanted)
    const batches = mapBatches(vouchers, (rows) => loadVoucherRows(req.scope, rows))
    await sendExport(req, res, VOUCHER_TABLE, { format, words }, { count, batches })
  },
)

/** The same codes as in the list, whichever it is. */
async function find(
  container: MedusaContainer,
  { settled, stranded, ...wanted }: Omit<ExportVouchersParamsType, "format" | "words">,
): Promise<{ count: number; vouchers: AsyncIterable<VoucherRow[]> }> {
  const service = pagoEfectivo(container)
  const list = settled ? service.unsettled : stranded ? service.stranded : null
  if (list) {
    const [, count] = await list.page({ take: 1, skip: 0 })
    const page = async (at: { take: number; skip: number }) =>
      (await listByIds(service, list, at))[0]
    return { count, vouchers: inPages(page) }
  }
  const filters = await voucherFilters(container, wanted)
  const [, count] = await service.listAndCountVouchers(filters, { take: 1 })
  return {
    count,
    vouchers: inBatches((where, options) => service.listVouchers(where, options), filters),
  }
}
