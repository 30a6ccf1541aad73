import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminReportUploadResponse,
  AdminSettlementReportListResponse,
} from "../../../../http-types"
import { pagoEfectivo } from "../../../../workflows/container"
import { importReport } from "../../../../workflows/settlement/import-report"
import { SETTLEMENT_LIMITS as LIMITS } from "../../../../workflows/settlement/limits"
import { providerIdFor } from "../../../../workflows/settlement/providers"
import { actorOf } from "../../../support/actor"
import { answerErrors } from "../../../support/answer-errors"
import { beginsWith } from "../../../support/code-patterns"
import { listOptions, pickFields } from "../../../support/list-request"
import { withUpload } from "../../../support/receive-upload"
import { readUploadFields } from "../../../support/upload-fields"
import { answerImport } from "./answer-import"
import { presentReport } from "./present-report"
import { UploadFields, type GetSettlementReportsParamsType } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, GetSettlementReportsParamsType>,
  res: MedusaResponse<AdminSettlementReportListResponse>,
): Promise<void> {
  const { q, ...filters } = req.filterableFields as GetSettlementReportsParamsType
  const options = listOptions(req)
  const [rows, count] = await pagoEfectivo(req.scope).listAndCountSettlementReports(
    { ...filters, ...(q && { filename: { $like: beginsWith(q) } }) },
    options,
  )
  const settlement_reports = rows.map((row) => pickFields(req, presentReport(row)))
  res.json({ settlement_reports, count, limit: options.take, offset: options.skip })
}

export const POST = answerErrors(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminReportUploadResponse>) => {
    await withUpload(req, res, LIMITS.maxUploadBytes, async (upload) => {
      const { format, dry_run, payout_id, provider_id, currency_code } = readUploadFields(
        UploadFields,
        upload.fields,
      )
      const file = {
        path: upload.path,
        filename: upload.filename,
        source: "upload",
        importedBy: actorOf(req),
        providerId: providerIdFor(pagoEfectivo(req.scope).options, provider_id),
        format,
        payoutId: payout_id ?? null,
        currency: currency_code ?? null,
      }
      const result = await importReport(req.scope, { ...file, dryRun: dry_run })
      answerImport(res, result, dry_run)
    })
  },
)
