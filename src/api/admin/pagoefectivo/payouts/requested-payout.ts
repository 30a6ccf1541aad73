import type { MedusaRequest } from "@medusajs/framework/http"
import { refused } from "../../../../errors/refusal"
import { readPayoutRecordId, type PayoutSummary } from "../../../../modules/pagoefectivo"
import { fitsDatabase } from "../../../support/fits-database"
import { pagoEfectivo } from "../../../../workflows/container"

/**
 * The payout that the address names. What can't be an id is not found, without asking the database.
 * @throws MedusaError (not_found)
 */
export async function requestedPayout(req: MedusaRequest): Promise<PayoutSummary> {
  const key = readPayoutRecordId(req.params.id ?? "")
  const isKnown = key && Object.values(key).every(fitsDatabase)
  const payout = isKnown && (await pagoEfectivo(req.scope).payouts.find(key))
  if (payout) return payout
  throw refused("no_such_record", { what: "payout" })
}
