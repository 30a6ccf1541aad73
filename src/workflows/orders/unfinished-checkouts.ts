import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { messageOf } from "../../errors/message-of"
import type { UnfinishedCheckout } from "../../modules/pagoefectivo"
import { longestDeadlineHours } from "../../peru/payment-deadline"
import { pagoEfectivo } from "../container"
import { WORKFLOW_LIMITS as LIMITS } from "../limits"
import { minutesAgo } from "../minutes-ago"
import { releaseStock } from "./cancel-unpaid-order"

const HOUR_MINUTES = 60
const DAY_MINUTES = 24 * HOUR_MINUTES

/** Orders that a completion left that died before it issued their code; see `UnfinishedCheckoutStore`. */
export async function listUnfinishedCheckouts(
  container: MedusaContainer,
): Promise<UnfinishedCheckout[]> {
  const { options, unfinishedCheckouts } = pagoEfectivo(container)
  const span = {
    from: minutesAgo(minutesOfACode(container) + LIMITS.abandonedLookBackDays * DAY_MINUTES),
    before: minutesAgo(LIMITS.orphanAfterMinutes),
  }
  const providers = options.entries.map(({ providerId }) => providerId)
  return unfinishedCheckouts.list(providers, span, LIMITS.expiryBatch)
}

/**
 * Cancels them when the time of a code and its grace are over: until then a person may charge them,
 * and a code whose answer was lost may be paid. One without a link has no such code.
 * @returns how many were cancelled
 */
export async function cancelUnfinishedCheckouts(container: MedusaContainer): Promise<number> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const found = await listUnfinishedCheckouts(container)
  let canceled = 0
  for (const { id, display_id } of found.filter((one) => isDue(container, one))) {
    const order = `PagoEfectivo: order #${display_id}, which a checkout left that died,`
    try {
      await cancelOrderWorkflow(container).run({ input: { order_id: id } })
      await releaseStock(container, id)
      logger.warn(`${order} was cancelled.`)
      canceled++
    } catch (error) {
      logger.warn(`${order} could not be cancelled: ${messageOf(error)}`)
    }
  }
  return canceled
}

function isDue(
  container: MedusaContainer,
  { created_at, is_linked }: Pick<UnfinishedCheckout, "created_at" | "is_linked">,
): boolean {
  const ofACode = minutesOfACode(container)
  const minutes = is_linked ? ofACode : Math.min(ofACode, LIMITS.unlinkedOrderMinutes)
  return created_at <= minutesAgo(minutes)
}

function minutesOfACode(container: MedusaContainer): number {
  const { voucherHours, voucherDeadline, cancelGraceMinutes } = pagoEfectivo(container).options
  return longestDeadlineHours(voucherHours, voucherDeadline) * HOUR_MINUTES + cancelGraceMinutes
}
