import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminImportedTableListResponse } from "../../../../http-types"
import { pagoEfectivo } from "../../../../workflows/container"
import { pickFields } from "../../../support/list-request"
import { presentImportedTable } from "./present-imported-table"
import type { GetImportedTablesParamsType } from "./validators"

/** Merchants' tables of deposits and rates, newest first. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, GetImportedTablesParamsType>,
  res: MedusaResponse<AdminImportedTableListResponse>,
): Promise<void> {
  const { kind, limit, offset } = req.validatedQuery as GetImportedTablesParamsType
  const [rows, count] = await pagoEfectivo(req.scope).listAndCountImportedTables(
    kind ? { kind } : {},
    { order: { started_at: "DESC", id: "DESC" }, take: limit, skip: offset },
  )
  const imported_tables = rows.map((row) => pickFields(req, presentImportedTable(row)))
  res.json({ imported_tables, count, limit, offset })
}
