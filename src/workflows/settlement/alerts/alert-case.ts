import type { MedusaContainer } from "@medusajs/framework/types"
import type { CaseRow } from "../../../modules/pagoefectivo"
import { fromCentimos, toCentimos } from "../../../modules/pagoefectivo/amounts"
import { isReconciliationReason } from "../../../reconciliation"
import { pagoEfectivo } from "../../container"
import { moneyText } from "./alert-message"
import { deliverAlert } from "./deliver-alert"
import { ALERT_WORDING } from "./wording"

/**
 * Tells of a case that opened between two runs, from the threshold on. Cases that a run opens are
 * told in its digest.
 */
export async function alertCase(container: MedusaContainer, caseId: string): Promise<void> {
  const service = pagoEfectivo(container)
  const { alerts } = service.options
  const [known] = await service.listCases({ id: caseId }, { take: 1 })
  if (!known || known.status !== "open") return
  if (known.amount_at_risk_centimos < toCentimos(alerts.threshold)) return
  if (await wasOpenedByRun(container, known)) return
  const wording = ALERT_WORDING[alerts.language]
  const atRisk = moneyText(
    { [known.currency_code]: fromCentimos(known.amount_at_risk_centimos) },
    wording.and,
  )
  const reason = isReconciliationReason(known.reason) ? wording.reasons[known.reason] : known.reason
  await deliverAlert(container, {
    title: wording.caseTitle(reason, atRisk),
    lines: known.order_id ? [wording.order(known.order_id)] : [],
    key: `pagoefectivo:case:${known.id}:${known.version}`,
    resourceType: "pagoefectivo_case",
    resourceId: known.id,
  })
}

async function wasOpenedByRun(container: MedusaContainer, { id }: CaseRow): Promise<boolean> {
  const [opened] = await pagoEfectivo(container).listCaseEvents(
    { case_id: id, kind: ["opened", "reopened"] },
    { order: { at: "DESC" }, take: 1 },
  )
  return Boolean((opened?.data as { reconciliation_id?: string } | null)?.reconciliation_id)
}
