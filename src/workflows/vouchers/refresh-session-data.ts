import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { VoucherRow } from "../../modules/pagoefectivo"

/**
 * Lets the payment session's data follow the voucher, so that a storefront sees its status. The
 * provider writes the data; amount, currency and status of the session stay what they are.
 */
export async function refreshSessionData(
  container: MedusaContainer,
  voucher: Pick<VoucherRow, "payment_session_id">,
): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment_session",
    fields: ["id", "amount", "currency_code", "status", "data"],
    filters: { id: voucher.payment_session_id },
  })
  const session = data[0]
  if (!session) return
  await container.resolve(Modules.PAYMENT).updatePaymentSession({
    id: session.id,
    amount: session.amount,
    currency_code: session.currency_code,
    status: session.status,
    data: (session.data ?? {}) as Record<string, unknown>,
    context: { idempotency_key: session.id } as never,
  })
}
