import type { MedusaContainer } from "@medusajs/framework/types"
import { formatCentimos } from "../../peru/centimos"
import { roundToCentimos } from "../../peru/rounding"
import { isReconciliationReason } from "../../reconciliation"
import { SHARED_TEXTS } from "../../texts/shared-texts"
import { pagoEfectivo } from "../container"
import { moneyText } from "./alert-message"
import { deliverAlert } from "./deliver-alert"
import { ALERT_WORDING } from "./wording"

/** Tells of a case that opened between two runs, from the threshold on. */
export async function alertCase(container: MedusaContainer, caseId: string): Promise<void> {
  const service = pagoEfectivo(container)
  const { alerts } = service.options
  const [known] = await service.listCases({ id: caseId }, { take: 1 })
  if (!known || known.status !== "open") return
  if (known.amount_at_risk_centimos < roundToCentimos(alerts.threshold)) return
  const wording = ALERT_WORDING[alerts.language]
  const atRisk = moneyText(
    { [known.currency_code]: formatCentimos(known.amount_at_risk_centimos) },
    wording.and,
  )
  const reason = isReconciliationReason(known.reason)
    ? SHARED_TEXTS[alerts.language].reason_title[known.reason]
    : known.reason
  await deliverAlert(container, {
    title: wording.caseTitle(reason, atRisk),
    lines: known.order_id ? [wording.order(known.order_id)] : [],
    key: `pagoefectivo:case:${known.id}:${known.version}`,
    resourceType: "pagoefectivo_case",
    resourceId: known.id,
  })
}
