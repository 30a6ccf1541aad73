/** The shopper's view of a voucher's life. */
export type VoucherStatus = "waiting" | "paid" | "expired" | "voided" | "reversed"
