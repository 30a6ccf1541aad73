import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readPayerAside, type SettlementLineRow } from "../../modules/pagoefectivo"
import { payerTokens } from "../../reconciliation"
import { namesPayers } from "../../settlement"
import { pagoEfectivo } from "../container"
import { messageOf } from "../../errors/message-of"
import { reportFormats } from "./report-formats"
import { withArchivedFile } from "./with-archived-file"

/**
 * The words of a line's payer, out of the archived report: the database keeps no names. None where
 * the format names no payers, or the file is not there any more; suggestions do without then.
 */
export async function payerOfLine(
  container: MedusaContainer,
  { report_id, line_number }: Pick<SettlementLineRow, "report_id" | "line_number">,
): Promise<string[]> {
  const service = pagoEfectivo(container)
  const { file_id, format } = await service.retrieveSettlementReport(report_id)
  const formats = reportFormats(service.options)
  try {
    if (!file_id || !format || !namesPayers(format, formats)) return []
    const name = await withArchivedFile(container, file_id, (path) =>
      readPayerAside({
        path,
        format,
        mappings: service.options.settlement.formats,
        lineNumber: line_number,
      }),
    )
    return name === null ? [] : payerTokens(name)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`PagoEfectivo: report ${report_id} could not be read again: ${messageOf(error)}`)
    return []
  }
}
