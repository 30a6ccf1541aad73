import type { MedusaContainer } from "@medusajs/framework/types"
import { pagoEfectivo } from "../../../../workflows/container"
import { API_LIMITS as LIMITS } from "../../../support/limits"
import { caseFilters } from "./filters"
import type { BulkCasesType } from "./validators"
import { refused } from "../../../../errors/refusal"

/**
 * The cases that a bulk action is about. A filter means its open cases, or the closed ones where they are to be opened again.
 * @throws MedusaError (invalid_data) when a filter holds more than the limit: nothing is done then.
 */
export async function findBulkCases(
  container: MedusaContainer,
  { ids, filter, action }: Pick<BulkCasesType, "ids" | "filter" | "action">,
  actor: string,
): Promise<string[]> {
  if (ids) return [...new Set(ids)]
  const [rows, count] = await pagoEfectivo(container).listAndCountCases(
    {
      status: action === "reopen" ? ["resolved", "ignored"] : "open",
      ...(await caseFilters(container, filter ?? {}, actor)),
    },
    { select: ["id"], order: { opened_at: "ASC", id: "ASC" }, take: LIMITS.maxBulkCases },
  )
  if (count > LIMITS.maxBulkCases) {
    throw refused("too_many_cases", { count, most: LIMITS.maxBulkCases })
  }
  return rows.map(({ id }) => id)
}
