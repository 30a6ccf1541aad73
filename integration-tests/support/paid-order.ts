import { booksOf } from "./books"
import type { BootedShop } from "./booted-shop"
import { eventually } from "./eventually"
import type { Order, Shopper, Voucher } from "./shopper"

export interface PaidOrder {
  order: Order
  voucher: Voucher
  paymentId: string
}

/** An order whose code was paid, booked once. */
export async function placePaidOrder(
  { sandbox, database }: Pick<BootedShop, "sandbox" | "database">,
  shopper: Shopper,
): Promise<PaidOrder> {
  const { order, voucher } = await shopper.placeOrder()
  await sandbox.pay(voucher.cip)
  await eventually(
    () => booksOf(database, order.id),
    ({ transactions }) => transactions === 1,
    { what: `the payment of order ${order.id}` },
  )
  const [payment] = await database.query<{ id: string }>(
    `SELECT payment.id FROM payment JOIN order_payment_collection USING (payment_collection_id)
      WHERE order_id = $1`,
    [order.id],
  )
  return { order, voucher, paymentId: payment!.id }
}
