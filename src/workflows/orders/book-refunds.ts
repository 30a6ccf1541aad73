import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { formatCentimos } from "../../peru/centimos"
import type { MoneyOnOrder } from "./money-on-order"

/** Writes refunds into the order's books that its process died before it could write down. */
export async function bookRefunds(
  container: MedusaContainer,
  { orderId, currencyCode, unbooked }: MoneyOnOrder,
): Promise<void> {
  if (!unbooked) return
  await container.resolve(Modules.ORDER).addOrderTransactions({
    order_id: orderId,
    amount: -Number(formatCentimos(unbooked.centimos)),
    currency_code: currencyCode,
    reference: "refund",
    reference_id: unbooked.paymentId,
  })
}
