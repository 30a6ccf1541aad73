import { MedusaError } from "@medusajs/framework/utils"
import { ReportError } from "../../settlement"

/** A file that can't be read as a whole, in Medusa's words: what was found, what was expected. */
export function refuseUnreadable(error: unknown): never {
  if (!(error instanceof ReportError)) throw error
  throw new MedusaError(MedusaError.Types.INVALID_DATA, error.message, error.code)
}
