import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminCaseDetail } from "../../../../http-types"
import { pagoEfectivo } from "../../../../workflows/container"
import { API_LIMITS as LIMITS } from "../../../support/limits"
import { loadCaseContext } from "./load-case-context"
import { loadCaseLine } from "./load-case-line"
import { payoutOfCase } from "./payout-of-case"
import { presentCaseDetail } from "./present-case"

/** @throws MedusaError (not_found) */
export async function loadCaseDetail(
  container: MedusaContainer,
  id: string,
): Promise<AdminCaseDetail> {
  const service = pagoEfectivo(container)
  const row = await service.retrieveCase(id)
  const [context, history, line, payout_page_id] = await Promise.all([
    loadCaseContext(container, [row]),
    service.listCaseEvents(
      { case_id: id },
      { order: { at: "ASC", id: "ASC" }, take: LIMITS.maxHistoryEntries },
    ),
    loadCaseLine(container, row),
    payoutOfCase(container, row),
  ])
  return { ...presentCaseDetail(row, context, history), line, payout_page_id }
}
