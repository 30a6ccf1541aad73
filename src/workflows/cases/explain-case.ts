import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminCaseWhy, AdminConsideredVoucher } from "../../http-types"
import type { CaseRow } from "../../modules/pagoefectivo"
import {
  besideCase,
  explainNothing,
  explainPayout,
  explainUnmatchedLine,
  explainVoucher,
  isReconciliationReason,
  type RuleTrace,
} from "../../reconciliation"
import { pagoEfectivo } from "../container"
import { payoutFacts } from "../reconciliation/examine-payouts"
import { reconciliationPolicy } from "../reconciliation/reconciliation-policy"
import { unmatchedFact, voucherFacts } from "../reconciliation/voucher-facts"
import { considerForLine } from "../settlement/consider-for-line"

export type CaseExplanation = Omit<AdminCaseWhy, "candidates"> & {
  candidates: Omit<AdminConsideredVoucher, "order_display_id">[] | null
}

/**
 * Why there is a case: the rules of a run, over what is known about its subject today. It writes
 * nothing and asks no gateway.
 * @throws MedusaError (not_found)
 */
export async function explainCase(
  container: MedusaContainer,
  caseId: string,
): Promise<CaseExplanation> {
  const now = new Date()
  const known = await pagoEfectivo(container).retrieveCase(caseId)
  const traces = await tracesOf(container, known, now)
  const line = known.reason === "unknown_reference" ? known.line_id : null
  return {
    examined_at: now.toISOString(),
    rules: traces.map(({ reason, outcome, why, findings }) => ({
      reason,
      outcome,
      why,
      is_this_case: findings.some(({ key }) => key === known.key),
    })),
    candidates: line === null ? null : await considerForLine(container, line),
  }
}

function tracesOf(container: MedusaContainer, known: CaseRow, now: Date): Promise<RuleTrace[]> {
  if (known.reason === "unknown_reference") return explainLine(container, known, now)
  if (known.voucher_id)
    return explainCode(container, { ...known, voucher_id: known.voucher_id }, now)
  return explainPayoutOf(container, known, now)
}

async function explainLine(
  container: MedusaContainer,
  { line_id }: CaseRow,
  now: Date,
): Promise<RuleTrace[]> {
  const [line] = await pagoEfectivo(container).listSettlementLines(
    { id: line_id ?? "" },
    { take: 1 },
  )
  if (!line) return explainNothing("row_gone")
  if (line.voucher_id) return explainNothing("row_has_code")
  return explainUnmatchedLine(unmatchedFact(line), now.getTime())
}

async function explainCode(
  container: MedusaContainer,
  { reason, status, voucher_id }: CaseRow & { voucher_id: string },
  now: Date,
): Promise<RuleTrace[]> {
  const service = pagoEfectivo(container)
  const records = await service.reconciliation.facts.load([voucher_id])
  const outside = (providerId: string) =>
    service.gatewayFor(providerId).capabilities.refunds === "none"
  const [facts] = voucherFacts(records, outside)
  if (!facts) return explainNothing("no_subject")
  const policy = await reconciliationPolicy(container)
  const providerId = records.vouchers[0]?.provider_id ?? ""
  const traces = explainVoucher(facts, policy.of(providerId), now.getTime())
  const isOpen = status === "open" && isReconciliationReason(reason)
  return isOpen ? besideCase(traces, reason) : traces
}

async function explainPayoutOf(
  container: MedusaContainer,
  { payout_id, provider_id, currency_code }: CaseRow,
  now: Date,
): Promise<RuleTrace[]> {
  if (!payout_id) return explainNothing("no_subject")
  const payouts = await pagoEfectivo(container).reconciliation.facts.payout(payout_id)
  const payout = payouts.find(
    (one) => one.provider_id === provider_id && one.currency_code === currency_code,
  )
  if (!payout) return explainNothing("no_subject")
  return explainPayout(payoutFacts(payout), await reconciliationPolicy(container), now.getTime())
}
