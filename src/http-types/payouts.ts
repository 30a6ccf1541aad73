import type { AdminFileRow } from "./files"
import type { Paginated } from "./page"

/** What a person or a file says about a payout. */
export interface AdminDepositValues {
  declared_total: string | null
  bank_deposit: string | null
  bank_deposited_at: string | null
  bank_reference: string | null
}

export interface AdminPayout extends AdminDepositValues {
  payout_id: string
  provider_id: string
  currency_code: string
  lines_count: number
  gross: string
  /** With IGV. */
  fees: string
  net: string
  /** Of lines announced for a day to come, which count in nothing else; null without any. */
  announced_net: string | null
  first_credited_at: string | null
  last_credited_at: string | null
  entered_by: string | null
  deposit: AdminDepositOrigin | null
  /** A deposit for a payout that no report names yet. */
  unmatched: {
    since: string
    /** Lima's day; after it a case opens. */
    case_after: string
  } | null
  deposit_changes_count: number
  /** The newest first, and not all of many. */
  deposit_changes: AdminDepositChange[]
}

/** Where the deposit that counts now comes from. */
export interface AdminDepositOrigin {
  source: AdminDepositChange["source"] | null
  entered_at: string | null
  entered_by: string | null
  file: AdminFileRow | null
}

export interface AdminDepositChange {
  at: string
  by: string
  source: "manual" | "file" | "report"
  note: string | null
  file: AdminFileRow | null
  /** Null for the first value. */
  from: AdminDepositValues | null
  to: AdminDepositValues
}

/** A change where it stands alone. */
export interface AdminPayoutChange extends AdminDepositChange {
  payout_id: string
  provider_id: string
  currency_code: string
}

export interface AdminPayoutListResponse extends Paginated {
  payouts: AdminPayout[]
}

export interface AdminPayoutResponse {
  payout: AdminPayout
}

export interface AdminPayoutChangeListResponse extends Paginated {
  deposit_changes: AdminPayoutChange[]
}
