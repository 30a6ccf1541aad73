import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { messageOf } from "../../errors/message-of"
import type { SettlementReportRow } from "../../modules/pagoefectivo"
import { pagoEfectivo } from "../container"
import { rereadReport } from "./reread-report"

/**
 * Takes an import back: its lines count no more, its file stays archived. Rows that another report has
 * too count as that report's, which is read again for it; if this breaks off, the night goes on.
 * @throws MedusaError (not_found, not_allowed); ClosedPeriodError
 */
export async function takeReportBack(
  container: MedusaContainer,
  id: string,
  { by, note }: { by: string; note: string | null },
): Promise<SettlementReportRow> {
  const service = pagoEfectivo(container)
  await service.retrieveSettlementReport(id, { select: ["id"] })
  const others = await service.settlement.withdraw(id, { by, note })
  for (const other of others) {
    await rereadReport(container, other, "system").catch((error: unknown) => {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`PagoEfectivo: report ${other} could not be read again: ${messageOf(error)}`)
    })
  }
  return service.retrieveSettlementReport(id)
}
