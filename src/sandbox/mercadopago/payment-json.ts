import { toVendorNumber } from "../money"
import { pageUrl } from "../sandbox-voucher"
import { feeWithIgv } from "../settlement/fee"
import type { MercadoPagoContext } from "./context"
import { RELEASE_DELAY_MS } from "./limits"
import {
  amountOf,
  refundedOf,
  type BookedPayment,
  type BookedRefund,
  type Dispute,
} from "./payment-book"
import { formatPaymentDate } from "./vendor-time"

export const PAGOEFECTIVO_METHOD = "pagoefectivo_atm"

/** A payment as `POST`, `GET` and `search` answer it. */
export function paymentJson(payment: BookedPayment, context: MercadoPagoContext) {
  const { voucher, id } = payment
  const [status, detail] = statusOf(payment, context)
  const paid = voucher.payments[0]
  const amount = amountOf(payment)
  const fee = paid ? feeWithIgv(paid.centimos, context.feeCard) : 0
  return {
    id,
    date_created: formatPaymentDate(voucher.createdAt),
    date_approved: paid ? formatPaymentDate(paid.paidAt) : null,
    date_last_updated: formatPaymentDate(payment.updatedAt),
    date_of_expiration: formatPaymentDate(voucher.expiresAt),
    money_release_date: paid
      ? formatPaymentDate(new Date(paid.paidAt.getTime() + RELEASE_DELAY_MS))
      : null,
    operation_type: "regular_payment",
    payment_method_id: PAGOEFECTIVO_METHOD,
    payment_type_id: "atm",
    status,
    status_detail: detail,
    currency_id: paid?.currency ?? voucher.currency,
    description: voucher.fields.description ?? null,
    live_mode: true,
    collector_id: context.credentials.userId,
    external_reference: voucher.transactionCode,
    notification_url: payment.notificationUrl,
    transaction_amount: toVendorNumber(amount),
    transaction_amount_refunded: toVendorNumber(refundedOf(payment)),
    coupon_amount: 0,
    fee_details: paid
      ? [{ amount: toVendorNumber(fee), fee_payer: "collector", type: "mercadopago_fee" }]
      : [],
    refunds: payment.refunds.map((refund) => refundJson(payment, refund, context)),
    metadata: voucher.fields.metadata ?? {},
    transaction_details: {
      payment_method_reference_id: voucher.cip,
      verification_code: voucher.cip,
      net_received_amount: paid ? toVendorNumber(paid.centimos - fee) : 0,
      total_paid_amount: toVendorNumber(amount),
      overpaid_amount: 0,
      installment_amount: 0,
      financial_institution: "PagoEfectivo",
      external_resource_url: `${pageUrl(context.publicUrl, voucher)}?payment_id=${id}`,
    },
  }
}

export function refundJson(
  payment: BookedPayment,
  { id, centimos, status, by, createdAt }: BookedRefund,
  { credentials }: MercadoPagoContext,
) {
  return {
    id,
    payment_id: payment.id,
    amount: toVendorNumber(centimos),
    metadata: {},
    source: [{ id: String(credentials.userId), name: "Comercio de prueba", type: by }],
    date_created: formatPaymentDate(createdAt),
    unique_sequence_number: null,
    refund_mode: "standard",
    adjustment_amount: 0,
    status,
    reason: null,
    label: [],
    partition_details: [],
  }
}

const DISPUTED: Record<Dispute, [status: string, detail: string]> = {
  in_mediation: ["in_mediation", "pending"],
  lost: ["charged_back", "settled"],
  won: ["charged_back", "reimbursed"],
}

function statusOf(
  payment: BookedPayment,
  { store, mercadoPago }: MercadoPagoContext,
): [status: string, detail: string] {
  const { voucher, refunds } = payment
  const refunded = refundedOf(payment)
  if (payment.dispute) {
    return DISPUTED[payment.dispute]
  }
  if (refunds.some(({ by }) => by === "admin")) {
    return ["refunded", "by_admin"]
  }
  switch (store.statusOf(voucher)) {
    case "reversed":
      return ["charged_back", "settled"]
    case "deleted":
      return [mercadoPago.cancelledSpelling, "by_collector"]
    case "expired":
      return [mercadoPago.cancelledSpelling, "expired"]
    case "paid":
      if (refunded >= amountOf(payment)) {
        return ["refunded", "refunded"]
      }
      return ["approved", refunded > 0 ? "partially_refunded" : "accredited"]
    case "generated":
      return ["pending", "pending_waiting_payment"]
  }
}
