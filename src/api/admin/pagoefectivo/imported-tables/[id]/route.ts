import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminImportedTableResponse } from "../../../../../http-types"
import { pagoEfectivo } from "../../../../../workflows/container"
import { recordId } from "../../../../support/record-id"
import { presentImportedTable } from "../present-imported-table"
import { answerErrors } from "../../../../support/answer-errors"

export const GET = answerErrors(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminImportedTableResponse>) => {
    const table = await pagoEfectivo(req.scope).retrieveImportedTable(
      recordId(req, "imported table"),
    )
    res.json({ imported_table: presentImportedTable(table) })
  },
)
