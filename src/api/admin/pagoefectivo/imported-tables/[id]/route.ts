import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pagoEfectivo } from "../../../../../workflows/container"
import { recordId } from "../../../../support/record-id"
import { presentImportedTable } from "../present-imported-table"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const table = await pagoEfectivo(req.scope).retrieveImportedTable(recordId(req, "imported table"))
  res.json({ imported_table: presentImportedTable(table) })
}
