import type { MedusaContainer } from "@medusajs/framework/types"
import { pagoEfectivo } from "../../../../workflows/container"
import { API_LIMITS as LIMITS } from "../../../support/limits"
import { caseFilters } from "./filters"
import type { BulkCasesType } from "./validators"
import { refused } from "../../../../errors/refusal"

/**
 * The cases that a bulk action is about. A filter means its open cases.
 * @throws MedusaError (invalid_data) when a filter holds more than the limit: nothing is done then.
 */
export async function findBulkCases(
  container: MedusaContainer,
  { ids, filter }: Pick<BulkCasesType, "ids" | "filter">,
): Promise<string[]> {
  if (ids) return [...new Set(ids)]
  const [rows, count] = await pagoEfectivo(container).listAndCountCases(
    { status: "open", ...(await caseFilters(container, filter ?? {})) },
    { select: ["id"], order: { opened_at: "ASC", id: "ASC" }, take: LIMITS.maxBulkCases },
  )
  if (count > LIMITS.maxBulkCases) {
    throw refused("too_many_cases", { count, most: LIMITS.maxBulkCases })
  }
  return rows.map(({ id }) => id)
}
