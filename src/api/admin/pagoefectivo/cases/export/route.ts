import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pagoEfectivo } from "../../../../../workflows/container"
import { API_LIMITS as LIMITS } from "../../../../support/limits"
import { caseFilters } from "../filters"
import type { ExportCasesParamsType } from "../validators"
import { readRows } from "./read-rows"
import { writeCsv } from "./write-csv"
import { writeXlsx } from "./write-xlsx"
import { limaDate } from "../../../../../peru/lima"
import { refused } from "../../../../../errors/refusal"
import { answerErrors } from "../../../../support/answer-errors"

const FORMATS = {
  csv: { type: "text/csv; charset=utf-8", maxRows: LIMITS.maxCsvRows },
  xlsx: {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    maxRows: LIMITS.maxXlsxRows,
  },
}

export const GET = answerErrors(
  async (req: AuthenticatedMedusaRequest<unknown, ExportCasesParamsType>, res: MedusaResponse) => {
    const { format, ...wanted } = req.validatedQuery as ExportCasesParamsType
    const filters = await caseFilters(req.scope, wanted)
    const { type, maxRows } = FORMATS[format]
    const [, count] = await pagoEfectivo(req.scope).listAndCountCases(filters, { take: 1 })
    if (count > maxRows) {
      throw refused(format === "csv" ? "too_many_for_csv" : "too_many_for_xlsx", {
        count,
        most: maxRows,
      })
    }
    const rows = readRows(req.scope, filters)
    const file = format === "csv" ? Readable.from(writeCsv(rows)) : await writeXlsx(rows)
    const day = limaDate(Date.now())
    res.setHeader("Content-Type", type)
    res.setHeader(
      "Content-Disposition",
      `attachment; filename="pagoefectivo-cases-${day}.${format}"`,
    )
    res.setHeader("Cache-Control", "no-store")
    await pipeline(file, res)
  },
)
