import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GatewayError } from "../../gateways/errors"
import { confirmPayment } from "../payments/confirm-payment"
import { messageOf } from "../../errors/message-of"
import { SETTLEMENT_LIMITS as LIMITS } from "../settlement/limits"

/** How many payments a run may still confirm, and whether the gateway answers at all. */
export interface CaptureBudget {
  left: number
  failuresInARow: number
}

export function newCaptureBudget(): CaptureBudget {
  return { left: LIMITS.capturesPerRun, failuresInARow: 0 }
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
  for (const voucherId of voucherIds) {
    if (budget.left <= 0 || budget.failuresInARow >= LIMITS.gatewayFailuresToStop) break
    budget.left -= 1
    try {
      const { outcome } = await confirmPayment(container, voucherId)
      if (outcome === "captured") captured.push(voucherId)
      budget.failuresInARow = 0
    } catch (error) {
      if (error instanceof GatewayError) budget.failuresInARow += 1
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`PagoEfectivo: voucher ${voucherId} could not be confirmed yet: ${messageOf(error)}`)
    }
    asked.push(voucherId)
  }
  return { captured, asked }
}
