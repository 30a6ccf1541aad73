import type { JudgedVoucher } from "./voucher-view"

/** Whether the voucher's order was cancelled. */
export function orderIsCanceled({ facts: { store } }: JudgedVoucher): boolean {
  return store.orderCanceledAt !== null || store.orderStatus === "canceled"
}
