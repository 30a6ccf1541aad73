import type { ReconciliationReason } from "../reconciliation/reasons"
import type { VoucherStatus } from "../voucher/format/voucher-status"
import type { AdminCase } from "./cases"

/** As what the text was understood. */
export type AdminSearchMeaning =
  | "code"
  | "code_ending"
  | "transaction_code"
  | "payment"
  | "amount"
  | "id"
  | "order_number"
  | "email"
  | "phone"
  | "name"
  | "payout"
  | "bank_reference"

/** What every hit says. */
export interface AdminHitFacts {
  id: string
  found_by: AdminSearchMeaning
  order_id: string | null
  order_display_id: number | null
  /** The shopper's name; null where the caller may not read orders. */
  shopper: string | null
  amount: string | null
  currency_code: string | null
  at: string | null
  /** Where the admin shows it, below its own address. */
  to: string
}

export interface AdminVoucherHit extends AdminHitFacts {
  kind: "voucher"
  cip: string
  status: VoucherStatus
  amount: string
  currency_code: string
}

/** An order with its newest code, if it has one. */
export interface AdminOrderHit extends AdminHitFacts {
  kind: "order"
  /** Medusa's word for the order's state. */
  order_status: string
  cip: string | null
  status: VoucherStatus | null
}

export interface AdminCaseHit extends AdminHitFacts {
  kind: "case"
  reason: ReconciliationReason
  status: AdminCase["status"]
  cip: string | null
  payout_id: string | null
  amount: string
  currency_code: string
}

export interface AdminPayoutHit extends AdminHitFacts {
  kind: "payout"
  payout_id: string
  provider_id: string
  amount: string
  currency_code: string
  bank_deposit: string | null
}

export type AdminSearchHit = AdminVoucherHit | AdminOrderHit | AdminCaseHit | AdminPayoutHit

export interface AdminSearchResponse {
  q: string
  /** By kinds, the likeliest first; of each kind at most a few. */
  results: AdminSearchHit[]
  /** Names and phones were looked for in so many of the newest orders; null: in all, or not at all. */
  searched_orders: number | null
}
