import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { ProviderEntry } from "../../../../config"
import { pagoEfectivo } from "../../../../workflows/container"
import type { PostTestType } from "./validators"
import { refused } from "../../../../errors/refusal"

/**
 * The payment provider that is meant.
 * @throws MedusaError (invalid_data) naming those there are, when there is none of that id or none is
 *   named among several.
 */
export function entryOf(req: AuthenticatedMedusaRequest<PostTestType>): ProviderEntry {
  const { provider_id } = req.validatedBody
  const { entries } = pagoEfectivo(req.scope).options
  const found = entries.filter(
    ({ providerId }) => provider_id === undefined || providerId === provider_id,
  )
  const [entry] = found
  if (entry && found.length === 1) return entry
  throw refused("no_such_provider", {
    found: JSON.stringify(provider_id ?? null),
    known: `one of ${entries.map(({ providerId }) => providerId).join(", ")}`,
  })
}
