import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { Actor, KeptReason } from "../../modules/pagoefectivo"
import { withPurchaseLock } from "../locks"
import { cancelUnpaidOrder } from "./cancel-unpaid-order"
import { closeKnownCodes } from "./close-codes-of-order"

const WHY_KEPT: Record<KeptReason, string> = {
  no_order: "it does not exist any more",
  owes_nothing: "it owes nothing",
  order_has_another_payment: "it has another payment. Refund that first, or keep the order",
  not_the_current_code: "another code was issued for it in the meantime. Look at the order again",
  another_code_is_paid: "another of its codes has been paid",
  platform_refused:
    "Medusa refused, mostly because goods are on their way. The code's timeline has its words",
}

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
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `Order ${orderId} was not cancelled: ${WHY_KEPT[kept]}.`,
  )
}
