import type { AdminListedRefund, AdminRefund } from "../../../../http-types"
import type { RefundRow, VoucherRow } from "../../../../modules/pagoefectivo"
import { formatCentimos } from "../../../../peru/centimos"
import { iso } from "../../../support/iso"

export interface RefundContext {
  /** By voucher id. */
  vouchers: Map<string, Pick<VoucherRow, "cip" | "provider_id" | "order_id">>
  /** Numbers by order id. */
  orderNumbers: Map<string, number>
}

export function presentRefund(refund: RefundRow): AdminRefund {
  return {
    id: refund.id,
    voucher_id: refund.voucher_id,
    amount: formatCentimos(refund.amount_centimos),
    currency_code: refund.currency_code,
    status: refund.status,
    reference: refund.reference,
    transferred_at: iso(refund.transferred_at),
    recorded_by: refund.recorded_by,
    created_at: iso(refund.created_at),
    updated_at: iso(refund.updated_at),
  }
}

/** A refund with the code and the order that it belongs to. */
export function presentListedRefund(
  refund: RefundRow,
  { vouchers, orderNumbers }: RefundContext,
): AdminListedRefund {
  const voucher = vouchers.get(refund.voucher_id)
  return {
    ...presentRefund(refund),
    provider_id: voucher?.provider_id ?? "",
    cip: voucher?.cip ?? "",
    order_id: voucher?.order_id ?? null,
    order_display_id: orderNumbers.get(voucher?.order_id ?? "") ?? null,
  }
}
