import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pagoEfectivo } from "../../../../../../workflows/container"
import { recordId } from "../../../../../support/record-id"
import { sendArchived } from "../../../../../support/send-archived"
import { answerErrors } from "../../../../../support/answer-errors"

/** The table's file as it came, byte for byte. */
export const GET = answerErrors(async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const id = recordId(req, "imported table")
  await sendArchived(req, res, await pagoEfectivo(req.scope).retrieveImportedTable(id))
})
