import type {
  BigNumberInput,
  IOrderModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import {
  BigNumber,
  createRawPropertiesFromBigNumber,
  MathBN,
  Modules,
} from "@medusajs/framework/utils"
import { pagoEfectivo } from "../container"
import { WORKFLOW_LIMITS as LIMITS } from "../limits"
import { withPurchaseLock } from "../locks"
import { loadPurchase, type PurchaseOrder } from "./purchase"

interface OrderSummary {
  id: string
  totals: Record<
    "paid_total" | "refunded_total" | "transaction_total" | "pending_difference",
    BigNumberInput
  >
}

/** What the platform generates for the model of its summary; its types leave it out. */
type OrderBooks = IOrderModuleService & {
  listOrderSummaries(filters: { order_id: string; version: number }): Promise<OrderSummary[]>
  updateOrderSummaries(summary: OrderSummary): Promise<unknown>
}

/**
 * Takes from an order's books what stands there a second time for one capture. The platform looks
 * whether a capture is booked and then books it, so that two of its workflows at the same moment
 * ("Check status" and a notice) enter the money twice. The caller holds the purchase's lock.
 * @returns whether there was any
 */
export async function strikeDoubleEntries(
  container: MedusaContainer,
  order: Pick<PurchaseOrder, "id" | "doubleEntries"> | null,
): Promise<boolean> {
  if (!order || order.doubleEntries.length === 0) return false
  const orders = container.resolve<OrderBooks>(Modules.ORDER)
  // First the sums, which the deletion changes with the entries: a death in between leaves entries
  // that are found again. Afterwards once more, for an order that has another version meanwhile.
  await correctSummary(orders, order.id)
  await orders.deleteOrderTransactions(order.doubleEntries)
  await correctSummary(orders, order.id)
  return true
}

/** The same among codes that were booked lately, for entries that came after our own look. */
export async function strikeLateDoubleEntries(container: MedusaContainer): Promise<number> {
  const service = pagoEfectivo(container)
  let struck = 0
  for (const id of await service.interruptedOrders.bookedTwice(LIMITS.expiryBatch)) {
    const voucher = await service.retrieveVoucher(id)
    await withPurchaseLock(container, voucher, async () => {
      const { order } = await loadPurchase(container, voucher)
      if (await strikeDoubleEntries(container, order)) struck++
    })
  }
  return struck
}

/** The two bookings may also have overwritten one another in the order's sums: these follow its entries. */
async function correctSummary(orders: OrderBooks, orderId: string): Promise<void> {
  const { version } = await orders.retrieveOrder(orderId, { select: ["id", "version"] })
  const [summary] = await orders.listOrderSummaries({ order_id: orderId, version })
  const amounts = (await orders.listOrderTransactions({ order_id: orderId })).map(
    ({ amount }) => amount,
  )
  const paid = sumOf(amounts.filter((amount) => MathBN.gt(amount, 0)))
  const entered = sumOf(amounts)
  if (!summary || MathBN.eq(summary.totals.transaction_total, entered)) return
  const missing = MathBN.sub(entered, summary.totals.transaction_total)
  const totals = {
    ...summary.totals,
    paid_total: new BigNumber(paid),
    refunded_total: new BigNumber(MathBN.sub(paid, entered)),
    transaction_total: new BigNumber(entered),
    pending_difference: new BigNumber(MathBN.sub(summary.totals.pending_difference, missing)),
  }
  createRawPropertiesFromBigNumber(totals)
  await orders.updateOrderSummaries({ id: summary.id, totals })
}

function sumOf(amounts: BigNumberInput[]) {
  return MathBN.sum(0, ...amounts)
}
