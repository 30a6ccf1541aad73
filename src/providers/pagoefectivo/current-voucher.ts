import type { PagoEfectivoModuleService, VoucherRow } from "../../modules/pagoefectivo"
import { formatCentimos } from "../../peru/centimos"
import { payableAmount, type PayableAmount } from "./amount"
import { closeRivals } from "./close-rivals"
import { requireFromCradle, type ProviderCradle } from "./cradle"
import { issueVoucher } from "./issue-voucher"
import type { SessionOrder } from "./order-of-session"
import { readPurchase, type PurchaseSource } from "./purchase-source"
import { shopperProblem } from "./shopper-problem"

/**
 * The session's live code if it asks for the right amount; otherwise a new one. Other codes of the
 * same purchase are closed first.
 * @throws MedusaError (not_found) for an unknown session; what the gateway answers to a new code.
 */
export async function currentOrNewVoucher(
  cradle: ProviderCradle,
  providerId: string,
  sessionId: string,
): Promise<VoucherRow> {
  const service: PagoEfectivoModuleService = requireFromCradle(cradle, "pagoefectivo")
  const purchase = await readPurchase(requireFromCradle(cradle, "query"), sessionId)
  if (!purchase) {
    throw shopperProblem(
      "session_not_found",
      `There is no payment session ${sessionId}.`,
      "not_found",
    )
  }
  if (purchase.order?.isCanceled) {
    throw shopperProblem(
      "order_canceled",
      "The order of this payment was cancelled, so no payment code is issued for it.",
    )
  }
  const payable = payableAmount(
    purchase.amount,
    purchase.currencyCode,
    service.options.maximumAmount,
  )
  requireOwed(purchase.order, payable)
  const candidates = await vouchersOfPurchase(service, sessionId, purchase)
  const current = candidates.find((voucher) => asksFor(voucher, sessionId, payable))
  await closeRivals(
    service,
    candidates.filter(({ id }) => id !== current?.id),
  )
  if (current) return current
  const gateway = service.gatewayFor(providerId)
  return issueVoucher({ service, gateway, providerId, sessionId, payable, purchase })
}

/** A credit line changes what an order owes, and leaves its payment collection as it was. */
function requireOwed(order: SessionOrder | null, { centimos, currency }: PayableAmount): void {
  if (!order || order.owedCentimos >= centimos) return
  throw shopperProblem(
    "order_owes_less",
    `The order owes ${formatCentimos(Math.max(order.owedCentimos, 0))} ${currency}; this payment is over ${formatCentimos(centimos)}. Give its payment collection the amount that is owed.`,
  )
}

/** A live code of this session, over this amount. */
function asksFor(voucher: VoucherRow, sessionId: string, payable: PayableAmount): boolean {
  return (
    voucher.payment_session_id === sessionId &&
    voucher.status === "waiting" &&
    !voucher.closing_reason &&
    voucher.amount_centimos === payable.centimos &&
    voucher.currency_code === payable.currency.toLowerCase() &&
    new Date(voucher.expires_at) > new Date()
  )
}

async function vouchersOfPurchase(
  service: PagoEfectivoModuleService,
  sessionId: string,
  { cartId, order }: PurchaseSource,
): Promise<VoucherRow[]> {
  return service.listVouchers(
    {
      $or: [
        { payment_session_id: sessionId },
        ...(cartId ? [{ cart_id: cartId }] : []),
        ...(order ? [{ order_id: order.id }] : []),
      ],
    },
    { order: { issued_at: "DESC" } },
  )
}
