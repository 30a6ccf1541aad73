import { pipeline } from "node:stream/promises"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { pagoEfectivo } from "../../../../../../workflows/container"
import { recordId } from "../../../../../support/record-id"

/** The report's file as it came, byte for byte. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const report = await pagoEfectivo(req.scope).retrieveSettlementReport(
    recordId(req, "settlement report"),
  )
  if (!report.file_id) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "This report's file is not archived any more.",
    )
  }
  const file = await req.scope.resolve(Modules.FILE).getDownloadStream(report.file_id)
  res.setHeader("Content-Type", "application/octet-stream")
  res.setHeader(
    "Content-Disposition",
    `attachment; filename*=UTF-8''${encodeURIComponent(report.filename)}`,
  )
  res.setHeader("Cache-Control", "no-store")
  await pipeline(file, res)
}
