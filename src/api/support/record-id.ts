import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

const ID = /^[A-Za-z0-9_-]{1,100}$/

/**
 * The `:id` of the address. What can't be an id is not found, without asking the database.
 * @throws MedusaError (not_found)
 */
export function recordId(req: MedusaRequest, what: string): string {
  const id = req.params.id ?? ""
  if (ID.test(id)) return id
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no ${what} with this id.`)
}
