import type { MedusaContainer } from "@medusajs/framework/types"
import type { Actor } from "../../modules/pagoefectivo"
import { withPurchaseLock } from "../locks"
import { cancelUnpaidOrder } from "./cancel-unpaid-order"
import { closeKnownCodes } from "./close-codes-of-order"
import { refused } from "../../errors/refusal"

/**
 * A person gives an unpaid order up: its codes are closed, then it is cancelled and its stock comes
 * back. May be repeated.
 * @throws MedusaError (not_allowed) that says why the order is kept; see also `closeKnownCodes`.
 */
export async function closeUnpaid(
  container: MedusaContainer,
  orderId: string,
  actor: Actor,
): Promise<void> {
  const code = await closeKnownCodes(container, orderId, actor)
  const kept = await withPurchaseLock(container, code, () =>
    cancelUnpaidOrder(container, code, actor),
  )
  if (!kept) return
  throw refused(`order_kept_${kept}`, { id: orderId })
}
