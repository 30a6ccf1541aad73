import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GatewayError } from "../../gateways/errors"
import { confirmPayment } from "../payments/confirm-payment"
import { messageOf } from "../../errors/message-of"
import { SETTLEMENT_LIMITS as LIMITS } from "../settlement/limits"
import { untilFailing, type FailuresInARow } from "../until-failing"

/** How many payments a run may still confirm, and whether the gateway answers at all. */
export interface CaptureBudget {
  left: number
  failures: FailuresInARow
}

export function newCaptureBudget(): CaptureBudget {
  return { left: LIMITS.capturesPerRun, failures: { count: 0 } }
}

/**
 * Confirms payments that a report or the gateway's last word shows and the store has not captured.
 * Only the gateway's word captures; what it does not confirm stays a case. Bounded per run.
 * @returns the vouchers that were captured now, and those whose facts may have changed.
 */
export async function confirmCaptures(
  container: MedusaContainer,
  voucherIds: string[],
  budget: CaptureBudget,
): Promise<{ captured: string[]; asked: string[] }> {
  const captured: string[] = []
  const asked: string[] = []
  const confirm = async (voucherId: string) => {
    budget.left -= 1
    asked.push(voucherId)
    try {
      const { outcome } = await confirmPayment(container, voucherId)
      if (outcome === "captured") captured.push(voucherId)
      return true
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`PagoEfectivo: voucher ${voucherId} could not be confirmed yet: ${messageOf(error)}`)
      return !(error instanceof GatewayError)
    }
  }
  await untilFailing(voucherIds.slice(0, budget.left), confirm, budget.failures)
  return { captured, asked }
}
