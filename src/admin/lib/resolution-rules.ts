import type { CaseAction } from "../../reconciliation/case-actions"
import { suggestedActions } from "../../reconciliation/case-actions"
import type { AdminCase } from "../../http-types"

/** What the store asks for before it accepts an action. */
export function needsOf(action: CaseAction): {
  note: boolean
  reference: boolean
  target: boolean
  /** Of a claim. */
  days: boolean
  /** That was given back. */
  amount: boolean
} {
  return {
    note: action === "accept" || action === "dismiss",
    reference: action === "refunded_outside",
    target: action === "link",
    days: action === "claim",
    amount: action === "refunded_outside",
  }
}

/** After these a case stays open: they only ask, or are carried on elsewhere. */
export function leavesOpen(action: CaseAction): boolean {
  return action === "check_gateway" || action === "claim" || action === "enter_bank_deposit"
}

const IN_BULK: readonly CaseAction[] = ["check_gateway", "claim", "accept", "dismiss"]

type Selected = Pick<AdminCase, "reason" | "detail" | "status">

/** Actions that make sense for all of these cases at once. */
export function bulkActions(cases: Selected[]): CaseAction[] {
  if (cases.length === 0 || cases.some(({ status }) => status !== "open")) return []
  return IN_BULK.filter((action) =>
    cases.every(({ reason, detail }) => suggestedActions(reason, detail).includes(action)),
  )
}

/** Whether all of these are closed. */
export function canReopen(cases: Selected[]): boolean {
  return cases.length > 0 && cases.every(({ status }) => status !== "open")
}
