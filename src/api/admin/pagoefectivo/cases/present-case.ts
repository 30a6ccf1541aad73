import type { AdminCase, AdminCaseDetail } from "../../../../http-types"
import type { CaseEventRow, CaseRow } from "../../../../modules/pagoefectivo"
import { formatCentimos } from "../../../../peru/centimos"
import { isReconciliationReason, suggestedActions } from "../../../../reconciliation"
import { iso } from "../../../support/iso"

/** What a case's row itself does not hold. */
export interface CaseContext {
  /** Codes by voucher id. */
  cips: Map<string, string>
  /** Numbers by order id. */
  orderNumbers: Map<string, number>
}

export function presentCase(row: CaseRow, { cips, orderNumbers }: CaseContext): AdminCase {
  return {
    id: row.id,
    // Cases are only ever opened for one of these.
    reason: row.reason as AdminCase["reason"],
    detail: row.detail,
    status: row.status,
    expected: row.expected,
    actual: row.actual,
    amount_at_risk: formatCentimos(row.amount_at_risk_centimos),
    currency_code: row.currency_code,
    provider_id: row.provider_id,
    voucher_id: row.voucher_id,
    cip: cips.get(row.voucher_id ?? "") ?? null,
    order_id: row.order_id,
    order_display_id: orderNumbers.get(row.order_id ?? "") ?? null,
    notice_id: row.notice_id,
    line_id: row.line_id,
    payout_id: row.payout_id,
    opened_at: iso(row.opened_at),
    resolution: row.resolution,
    resolved_at: iso(row.resolved_at),
    resolved_by: row.resolved_by,
    assigned_to: row.assigned_to,
    claimed_on: row.claimed_on,
    answer_due: row.answer_due,
    claim_reference: row.claim_reference,
    returned_amount: formatCentimos(row.returned_centimos),
    version: row.version,
    created_at: iso(row.created_at),
    updated_at: iso(row.updated_at),
  }
}

/** A case with its history and what can be done with it, the likeliest first. */
export function presentCaseDetail(
  row: CaseRow,
  context: CaseContext,
  history: CaseEventRow[],
): Omit<AdminCaseDetail, "line" | "shopper" | "payout_page_id"> {
  return {
    ...presentCase(row, context),
    available_actions: availableActions(row),
    history: history.map(({ id, kind, at, actor, note, data }) => ({
      id,
      kind,
      at: iso(at),
      actor,
      note,
      data,
    })),
  }
}

function availableActions({
  status,
  reason,
  detail,
}: CaseRow): AdminCaseDetail["available_actions"] {
  if (status !== "open") return ["reopen"]
  return isReconciliationReason(reason) ? suggestedActions(reason, detail) : []
}
