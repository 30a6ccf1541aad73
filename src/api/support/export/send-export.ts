import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { refused } from "../../../errors/refusal"
import { limaDate } from "../../../peru/lima"
import { callerMay } from "../caller-rights"
import { API_LIMITS as LIMITS } from "../limits"
import type { ExportParams } from "./export-params"
import { sheetFor, type ExportTable } from "./export-table"
import { writeCsv } from "./write-csv"
import { writeXlsx } from "./write-xlsx"

const MAX_ROWS = { csv: LIMITS.maxCsvRows, xlsx: LIMITS.maxXlsxRows }

interface Source<Row> {
  /** How many rows the filter finds. */
  count: number
  batches: AsyncIterable<Row[]>
}

/**
 * A list as a file, named by its subject and Lima's day. CSV is written row by row as the database
 * gives them; a workbook is made in memory, so that fewer rows fit in. Shoppers' names are Medusa's:
 * who may not read orders gets a file without them.
 * @throws MedusaError (invalid_data) when the filter finds more than the format holds
 */
export async function sendExport<Row, Raw extends object>(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  table: ExportTable<Row, Raw>,
  { format, words }: ExportParams,
  { count, batches }: Source<Row>,
): Promise<void> {
  if (count > MAX_ROWS[format]) {
    throw refused(`too_many_for_${format}`, { count, most: MAX_ROWS[format] })
  }
  const seesShoppers = await callerMay(req, { resource: "order", operation: "read" }, false)
  const sheet = sheetFor(table, words, seesShoppers ? [] : ["shopper"])
  const file =
    format === "csv" ? Readable.from(writeCsv(sheet, batches)) : await writeXlsx(sheet, batches)
  // Sets the type by the name's ending, and writes names outside Latin-1 as RFC 6266 has it.
  res.attachment(`pagoefectivo-${sheet.fileName}-${limaDate(Date.now())}.${format}`)
  res.setHeader("Cache-Control", "no-store")
  await pipeline(file, res)
}
