import type { AdminFileRow } from "./files"
import type { Paginated } from "./page"
import type { AdminSettlementLine, IgvSource } from "./settlement"
import type { ReconciliationReason } from "../reconciliation/reasons"
import type { SuspectKind } from "../reconciliation/suspects"

/** What a person or a file says about a payout. */
export interface AdminDepositValues {
  declared_total: string | null
  bank_deposit: string | null
  bank_deposited_at: string | null
  bank_reference: string | null
}

/**
 * `unmatched`: a deposit without a report. `announced`: for a day to come. `off`: does not tie out.
 * `unconfirmed`: nobody has said that the bank received it.
 */
export type PayoutState = "unmatched" | "announced" | "off" | "unconfirmed" | "whole"

export interface AdminPayout extends AdminDepositValues {
  /** Stable, of provider, number and currency. */
  id: string
  /** The gateway's number of it. */
  payout_id: string
  provider_id: string
  currency_code: string
  lines_count: number
  gross: string
  /** With IGV. */
  fees: string
  fee_base: string
  igv: string
  igv_source: IgvSource
  net: string
  /** Of lines announced for a day to come, which count in nothing else; null without any. */
  announced_net: string | null
  first_credited_at: string | null
  last_credited_at: string | null
  /** Lima's day of the last crediting. */
  credited_on: string | null
  state: PayoutState
  /** The bank deposit less what was paid out; null where one of the two is not known. */
  difference: string | null
  /** The declared total less what the lines add up to, likewise. */
  declared_difference: string | null
  /** What the lines add up to less their (gross − fees). */
  lines_difference: string
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

export interface AdminPayoutDetail extends AdminPayout {
  /** One for each difference that is not zero. */
  explanations: AdminPayoutExplanation[]
}

export interface AdminPayoutDetailResponse {
  payout: AdminPayoutDetail
}

/** What may be behind a difference. */
export interface AdminPayoutExplanation {
  of: "deposit" | "declared"
  difference: string
  /** The likeliest first. */
  suspects: AdminPayoutSuspect[]
  /** False where the payout has more lines than were looked through. */
  is_complete: boolean
}

export interface AdminPayoutSuspect {
  kind: SuspectKind
  /** What it accounts for. */
  sum: string
  /** Whether that is the difference, to the céntimo. */
  explains: boolean
  lines_count: number
  /** Not all of many. */
  lines: AdminPayoutLine[]
}

/** A line of a payout, with what it leads to. */
export interface AdminPayoutLine extends AdminSettlementLine {
  report: { id: string; filename: string | null; row: number }
  voucher: { id: string; cip: string | null } | null
  order: { id: string; display_id: number | null } | null
  cases: {
    id: string
    reason: ReconciliationReason
    status: "open" | "resolved" | "ignored"
  }[]
}

export interface AdminPayoutLineListResponse extends Paginated {
  lines: AdminPayoutLine[]
}

export interface AdminPayoutChangeListResponse extends Paginated {
  deposit_changes: AdminPayoutChange[]
}
