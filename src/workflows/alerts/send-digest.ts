import type { MedusaContainer } from "@medusajs/framework/types"
import { pagoEfectivo } from "../container"
import type { NightNews } from "../reconciliation/night"
import { composeDigest } from "./compose-digest"
import { deliverAlert } from "./deliver-alert"

/** One message about a whole run. Sending it again sends nothing. */
export async function sendDigest(
  container: MedusaContainer,
  runId: string,
  night: NightNews | null,
): Promise<void> {
  const service = pagoEfectivo(container)
  const run = await service.retrieveReconciliation(runId)
  await deliverAlert(container, composeDigest(run, night, service.options.alerts))
}
