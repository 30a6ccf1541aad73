/** What the plugin tells the store; data is `{ id }`, plus `order_id` where there is one. */
export const PagoEfectivoEvents = {
  VOUCHER_ISSUED: "pagoefectivo.voucher_issued",
  VOUCHER_PAID: "pagoefectivo.voucher_paid",
  VOUCHER_EXPIRING: "pagoefectivo.voucher_expiring",
  VOUCHER_EXPIRED: "pagoefectivo.voucher_expired",
  VOUCHER_VOIDED: "pagoefectivo.voucher_voided",
  /** A person has given money back by bank transfer; data also has `refund_id`. */
  REFUND_TRANSFERRED: "pagoefectivo.refund_transferred",
  LATE_PAYMENT: "pagoefectivo.late_payment",
  CASE_OPENED: "pagoefectivo.case_opened",
  CASE_RESOLVED: "pagoefectivo.case_resolved",
  RECONCILIATION_COMPLETED: "pagoefectivo.reconciliation_completed",
  /** Internal: a notice is in the inbox and wants to be processed now. */
  NOTICE_STORED: "pagoefectivo.notice_stored",
} as const

export type PagoEfectivoEvent = (typeof PagoEfectivoEvents)[keyof typeof PagoEfectivoEvents]
