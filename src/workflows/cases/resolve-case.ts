import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { CaseConflictError, type CaseRow } from "../../modules/pagoefectivo"
import { parseCentimos } from "../../peru/centimos"
import { suggestedActions, type CaseAction, type ReconciliationReason } from "../../reconciliation"
import { confirmPayment } from "../payments/confirm-payment"
import { pagoEfectivo } from "../container"
import { checkClaim, claimColumns, type CaseClaim } from "./claim-case"
import { WORKFLOW_LIMITS as LIMITS } from "../limits"
import { giveBack } from "../payments/give-back"
import { cancelHalfCanceled } from "../orders/finish-cancellations"
import { reorderFromCart } from "../orders/reorder-from-cart"
import { refused } from "../../errors/refusal"

export interface CaseResolution extends CaseClaim {
  caseId: string
  action: CaseAction
  /** Why; required for `dismiss` and `accept`. */
  note?: string | null
  /** The bank's or the collector's reference; required for `refunded_outside`. */
  reference?: string | null
  /** For `refunded_outside`: decimal text, a part of what is at risk; all of it unless given. */
  amount?: string | null
  /** For `link`. */
  orderId?: string | null
  voucherId?: string | null
  /** The version that the person saw. */
  version?: number
  /** The admin user's id. */
  actor: string
}

/** How a case ends by each action; null leaves it open. */
const ENDS: Partial<Record<CaseAction, CaseRow["status"]>> = {
  capture_on_order: "resolved",
  reorder_from_cart: "resolved",
  complete_order: "resolved",
  link: "resolved",
  give_back: "resolved",
  cancel_order: "resolved",
  record_refund: "resolved",
  refunded_outside: "resolved",
  accept: "resolved",
  dismiss: "ignored",
}

const NEEDS_NOTE: ReadonlySet<CaseAction> = new Set<CaseAction>(["dismiss", "accept"])
const NEEDS_REFERENCE: ReadonlySet<CaseAction> = new Set<CaseAction>(["refunded_outside"])

/**
 * Carries out what a person decided about a case and writes down who, when and why. The action comes
 * first: a case is never closed by an action that failed.
 * @throws MedusaError (not_allowed, invalid_data) with what is missing or why it is not possible;
 *   CaseConflictError when somebody else changed the case meanwhile; ClosedPeriodError without a note.
 */
export async function resolveCase(
  container: MedusaContainer,
  resolution: CaseResolution,
): Promise<void> {
  const service = pagoEfectivo(container)
  await service.leases.hold(
    `pagoefectivo:case:${resolution.caseId}`,
    LIMITS.purchaseLockWaitSeconds,
    async () => {
      const known = await service.retrieveCase(resolution.caseId)
      checkResolution(known, resolution)
      if (ENDS[resolution.action]) {
        await service.cases.refuseSilence(known.id, resolution.note ?? null)
      }
      if (resolution.action === "refunded_outside") return returnOutside(container, resolution)
      await act(container, known, resolution)
      const status = ENDS[resolution.action] ?? known.status
      const ended = status !== "open"
      await service.cases.change({
        id: known.id,
        // A claim does nothing outside the case: what changed since counts until it is written.
        ...(resolution.action === "claim" && { version: resolution.version }),
        kind: resolution.action,
        actor: resolution.actor,
        note: resolution.note ?? null,
        data: dataOf(resolution),
        set: {
          ...(resolution.action === "claim" && claimColumns(resolution, resolution.reference)),
          ...(ended && { status, resolution: resolution.action, resolved_by: resolution.actor }),
          ...(resolution.orderId && { order_id: resolution.orderId }),
          ...(resolution.voucherId && { voucher_id: resolution.voucherId }),
        },
      })
    },
  )
}

function checkResolution(known: CaseRow, resolution: CaseResolution): void {
  const { action, note, reference, version } = resolution
  if (known.status !== "open") {
    throw refused("case_is_decided", { id: known.id, status: known.status })
  }
  if (version !== undefined && version !== known.version) throw new CaseConflictError(known.id)
  const possible = suggestedActions(known.reason as ReconciliationReason, known.detail)
  if (!possible.includes(action)) {
    throw refused("action_impossible", {
      reason: known.reason,
      action,
      possible: possible.join(", "),
    })
  }
  if (NEEDS_NOTE.has(action) && !note?.trim()) {
    throw refused("note_needed", { action })
  }
  if (NEEDS_REFERENCE.has(action) && !reference?.trim()) {
    throw refused("reference_needed", { action })
  }
  checkValues(resolution)
}

/** What only some actions take: elsewhere it would be lost without a word. */
function checkValues({ action, amount, claimedOn, answerDue }: CaseResolution): void {
  if (amount && action !== "refunded_outside") {
    throw refused("amount_not_taken", { amount, action })
  }
  if (action === "claim") checkClaim({ claimedOn, answerDue })
  else if (claimedOn || answerDue) {
    throw refused("claim_days_not_taken", { action })
  }
}

function dataOf({ action, reference, ...claim }: CaseResolution): Record<string, unknown> | null {
  if (action === "claim") return claimColumns(claim, reference)
  return reference ? { reference } : null
}

function returnOutside(
  container: MedusaContainer,
  { caseId, amount, reference, note, version, actor }: CaseResolution,
): Promise<void> {
  return pagoEfectivo(container).cases.returnOutside({
    caseId,
    amount: amount ? parseCentimos(amount) : null,
    reference: reference?.trim() ?? "",
    note: note ?? null,
    version,
    actor,
  })
}

async function act(
  container: MedusaContainer,
  known: CaseRow,
  { action, actor, orderId, voucherId }: CaseResolution,
): Promise<void> {
  switch (action) {
    case "check_gateway":
      await confirmPayment(container, voucherOf(known))
      return
    case "capture_on_order":
    case "complete_order": {
      const { outcome } = await confirmPayment(container, voucherOf(known))
      if (outcome === "captured" || outcome === "already_captured") return
      throw refused("payment_not_booked", { outcome })
    }
    case "reorder_from_cart":
      return reorderFromCart(container, voucherOf(known), actor)
    case "give_back":
      return giveBack(container, voucherOf(known), known, actor)
    case "cancel_order":
      return cancelHalfCanceled(container, voucherOf(known), actor)
    case "link":
      return link(container, known, orderId, voucherId)
    default:
      return
  }
}

async function link(
  container: MedusaContainer,
  { line_id }: CaseRow,
  orderId: string | null | undefined,
  voucherId: string | null | undefined,
): Promise<void> {
  if (!orderId && !voucherId) throw refused("link_needs_target")
  const service = pagoEfectivo(container)
  if (orderId) await container.resolve(Modules.ORDER).retrieveOrder(orderId, { select: ["id"] })
  if (voucherId) await service.retrieveVoucher(voucherId, { select: ["id"] })
  if (voucherId && line_id) await service.lineMatches.linkLine(line_id, voucherId)
}

function voucherOf(known: CaseRow): string {
  if (known.voucher_id) return known.voucher_id
  throw refused("case_has_no_code", { id: known.id })
}
