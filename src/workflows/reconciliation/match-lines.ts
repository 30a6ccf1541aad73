import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { pagoEfectivo } from "../container"
import { messageOf } from "../../errors/message-of"
import { adoptCode } from "../notices/find-voucher-of-notice"
import { SETTLEMENT_LIMITS as LIMITS } from "../settlement/limits"
import { untilFailing } from "../until-failing"

/**
 * Finds vouchers for lines that have none: codes issued since, and codes whose answer was lost, which
 * the gateway is asked about.
 */
export async function matchLines(container: MedusaContainer): Promise<void> {
  const { lineMatches } = pagoEfectivo(container)
  await lineMatches.rematch()
  const lost = await lineMatches.listLostCodes(LIMITS.lostCodesPerRun)
  if (lost.length === 0) return
  await untilFailing(lost, async ({ payment_id, provider_id }) => {
    try {
      await adoptCode(container, provider_id, payment_id)
      return true
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`PagoEfectivo: a code of a report could not be looked up yet: ${messageOf(error)}`)
      return false
    }
  })
  await lineMatches.rematch()
}
