import type { MedusaContainer } from "@medusajs/framework/types"
import type { DecidedCase } from "../../modules/pagoefectivo/cases/case-batch"
import { announce } from "../announce"
import { PagoEfectivoEvents } from "../events"

const ANNOUNCED: ReadonlySet<string> = new Set(["open", "reopen", "heal"])

/** The events of a batch of cases, written down with it. */
export async function announceCases(
  container: MedusaContainer,
  decided: DecidedCase[],
): Promise<void> {
  const changed = decided.filter(({ decision }) => ANNOUNCED.has(decision.action))
  if (changed.length === 0) return
  const { CASE_OPENED, CASE_RESOLVED, LATE_PAYMENT } = PagoEfectivoEvents
  await announce(
    container,
    [CASE_OPENED, CASE_RESOLVED, LATE_PAYMENT],
    changed.flatMap(({ id, reason, voucherId }) =>
      reason === "late_payment" && voucherId ? [id, voucherId] : [id],
    ),
  )
}
