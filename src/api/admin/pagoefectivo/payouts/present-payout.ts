import type {
  AdminDepositChange,
  AdminDepositOrigin,
  AdminDepositValues,
  AdminPayout,
  AdminPayoutChange,
} from "../../../../http-types"
import {
  payoutRecordId,
  type PayoutChange,
  type PayoutValues,
  type PayoutSummary,
} from "../../../../modules/pagoefectivo"
import { formatCentimos } from "../../../../peru/centimos"
import { formatDay, limaDay } from "../../../../peru/lima"
import { presentFileRow } from "../../../support/present-file-row"
import { iso } from "../../../support/iso"

/** The history of a payout, as far as an answer shows it. */
interface PayoutHistory {
  /** Newest first. */
  changes: PayoutChange[]
  count: number
}

/**
 * A payout: money as decimal text, times as ISO 8601 in UTC.
 * @param caseAfter the last day on which a deposit without a report is no case
 */
export function presentPayout(
  payout: PayoutSummary,
  { igv, ...history }: PayoutHistory & { igv: bigint },
  caseAfter: (since: Date) => number,
): AdminPayout {
  return {
    id: payoutRecordId(payout),
    payout_id: payout.payout_id,
    provider_id: payout.provider_id,
    currency_code: payout.currency_code,
    lines_count: payout.lines_count,
    gross: formatCentimos(BigInt(payout.gross)),
    fees: formatCentimos(BigInt(payout.fees)),
    fee_base: formatCentimos(BigInt(payout.fees) - igv),
    igv: formatCentimos(igv),
    igv_source: "computed",
    net: formatCentimos(BigInt(payout.net)),
    announced_net: sum(payout.announced_net),
    first_credited_at: iso(payout.first_credited_at),
    last_credited_at: iso(payout.last_credited_at),
    credited_on: payout.last_credited_at && formatDay(limaDay(payout.last_credited_at.getTime())),
    state: payout.state,
    difference: sum(payout.deposit_difference),
    declared_difference: sum(payout.declared_difference),
    lines_difference: formatCentimos(BigInt(payout.lines_difference)),
    ...presentValues({ ...payout, bank_deposited_at: iso(payout.bank_deposited_at) }),
    entered_by: payout.entered_by,
    deposit: presentDeposit(payout, history.changes),
    unmatched: payout.unmatched_since && {
      since: iso(payout.unmatched_since),
      case_after: formatDay(caseAfter(payout.unmatched_since)),
    },
    deposit_changes_count: history.count,
    deposit_changes: history.changes.map(presentChange),
  }
}

/** Where the deposit that counts now comes from. */
function presentDeposit(payout: PayoutSummary, changes: PayoutChange[]): AdminDepositOrigin | null {
  if (payout.bank_deposit_centimos === null) return null
  const last = changes.find(({ source }) => source !== "report")
  return {
    source: last?.source ?? null,
    entered_at: iso(last?.at ?? null),
    entered_by: payout.entered_by,
    file: last ? presentFileRow(last) : null,
  }
}

function presentChange(change: PayoutChange): AdminDepositChange {
  return {
    at: iso(change.at),
    by: change.changed_by,
    source: change.source,
    note: change.note,
    file: presentFileRow(change),
    from: change.before && presentValues(change.before),
    to: presentValues(change.after),
  }
}

/** A change where it stands alone. */
export function presentPayoutChange(change: PayoutChange): AdminPayoutChange {
  const { payout_id, provider_id, currency_code } = change
  return { payout_id, provider_id, currency_code, ...presentChange(change) }
}

function presentValues(values: PayoutValues): AdminDepositValues {
  return {
    declared_total: money(values.declared_total_centimos),
    bank_deposit: money(values.bank_deposit_centimos),
    bank_deposited_at: iso(values.bank_deposited_at),
    bank_reference: values.bank_reference,
  }
}

/** Of a text. */
function sum(centimos: string | null): string | null {
  return centimos === null ? null : formatCentimos(BigInt(centimos))
}

function money(centimos: number | null): string | null {
  return centimos === null ? null : formatCentimos(centimos)
}
