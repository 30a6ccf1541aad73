import type { Paginated } from "./page"

/** Money given back, or to be given back. */
export interface AdminRefund {
  id: string
  voucher_id: string
  amount: string
  currency_code: string
  /**
   * `to_transfer`: a person has to make a bank transfer; `transferred`: a person has made it. The others
   * are the gateway's doing.
   */
  status: "to_transfer" | "transferred" | "in_process" | "approved" | "rejected"
  /** The bank's number of the transfer, or the gateway's id of the refund. */
  reference: string | null
  transferred_at: string | null
  recorded_by: string | null
  created_at: string
  updated_at: string
}

/** A refund with what it belongs to. */
export interface AdminListedRefund extends AdminRefund {
  provider_id: string
  cip: string
  order_id: string | null
  order_display_id: number | null
}

export interface AdminRefundListResponse extends Paginated {
  refunds: AdminListedRefund[]
}

export interface AdminRefundResponse {
  refund: AdminListedRefund
}
