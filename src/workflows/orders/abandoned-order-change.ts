import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules, OrderChangeStatus, OrderChangeType } from "@medusajs/framework/utils"
import { WORKFLOW_LIMITS as LIMITS } from "../limits"

const MINUTE_MS = 60_000

/**
 * Ends what a process that died in the middle of a cancellation has left open. The platform's
 * cancellation opens a credit-line change and confirms it at once; while one is open it refuses
 * every further cancellation of the order, also a person's. One that is minutes old belongs to
 * nobody any more, and was never applied.
 * @returns how many were ended
 */
export async function endAbandonedOrderChanges(
  container: MedusaContainer,
  orderId: string,
): Promise<number> {
  const orders = container.resolve(Modules.ORDER)
  const before = new Date(Date.now() - LIMITS.abandonedChangeMinutes * MINUTE_MS)
  const open = await orders.listOrderChanges({
    order_id: orderId,
    status: OrderChangeStatus.PENDING,
    created_at: { $lte: before.toISOString() },
  })
  const abandoned = open.filter(
    // The platform's types leave this kind of change out.
    ({ change_type }) => (change_type as string) === OrderChangeType.CREDIT_LINE,
  )
  for (const { id } of abandoned) await orders.cancelOrderChange(id)
  return abandoned.length
}
