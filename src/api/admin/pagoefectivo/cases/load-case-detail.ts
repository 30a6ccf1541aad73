import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminCaseDetail } from "../../../../http-types"
import { pagoEfectivo } from "../../../../workflows/container"
import { API_LIMITS as LIMITS } from "../../../support/limits"
import { mayReadOrders } from "../../../support/may-read-orders"
import { loadCaseContext } from "./load-case-context"
import { loadCaseLine } from "./load-case-line"
import { loadCaseShopper } from "./load-case-shopper"
import { payoutOfCase } from "./payout-of-case"
import { presentCaseDetail } from "./present-case"

export type CaseWithHistory = Omit<AdminCaseDetail, "shopper">

/** Without whom it is about, as files take it along. @throws MedusaError (not_found) */
export async function loadCase(container: MedusaContainer, id: string): Promise<CaseWithHistory> {
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

/**
 * A case as a page shows it. Who may read cases, but no orders, is not told whom it is about.
 * @throws MedusaError (not_found)
 */
export async function loadCaseDetail(
  req: Pick<AuthenticatedMedusaRequest, "auth_context" | "scope">,
  id: string,
): Promise<AdminCaseDetail> {
  const found = await loadCase(req.scope, id)
  const isTold = found.order_id !== null && (await mayReadOrders(req))
  return { ...found, shopper: isTold ? await loadCaseShopper(req.scope, found.order_id) : null }
}
