import type { MedusaRequest } from "@medusajs/framework/http"
import { refused } from "../../errors/refusal"

const ID = /^[A-Za-z0-9_-]{1,100}$/

/**
 * The `:id` of the address. What can't be an id is not found, without asking the database.
 * @throws MedusaError (not_found)
 */
export function recordId(req: MedusaRequest, what: string): string {
  const id = req.params.id ?? ""
  if (ID.test(id)) return id
  throw refused("no_such_record", { what })
}
