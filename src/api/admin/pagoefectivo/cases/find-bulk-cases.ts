import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { pagoEfectivo } from "../../../../workflows/container"
import { API_LIMITS as LIMITS } from "../../../support/limits"
import { caseFilters } from "./filters"
import type { BulkCasesType } from "./validators"

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
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `The filter finds ${count} cases; at most ${LIMITS.maxBulkCases} can be changed at once. Narrow it, for example by "opened_at".`,
    )
  }
  return rows.map(({ id }) => id)
}
