import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pagoEfectivo } from "../../../../../../workflows/container"
import { recordId } from "../../../../../support/record-id"
import { sendArchived } from "../../../../../support/send-archived"

/** The table's file as it came, byte for byte. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = recordId(req, "imported table")
  await sendArchived(req, res, await pagoEfectivo(req.scope).retrieveImportedTable(id))
}
