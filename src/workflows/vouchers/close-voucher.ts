import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createHook,
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { closingEnded, closingPostponed, type VoucherRow } from "../../modules/pagoefectivo"
import { voidAtGateway } from "../../modules/pagoefectivo/vouchers/at-gateway"
import { pagoEfectivo } from "../container"
import { messageOf } from "../../errors/message-of"
import { withPurchaseLock } from "../locks"
import { cancelUnpaidOrder } from "../orders/cancel-unpaid-order"
import { reissueForOrder } from "../orders/reissue-for-order"
import { settlePaidVoucher } from "../payments/settle-paid-voucher"
import { refreshSessionData } from "./refresh-session-data"

/**
 * - `closed`: the code can't be paid any more, and what follows from that is done.
 * - `paid`: it was paid before it could be closed; the money is booked or has a case.
 * - `postponed`: no clear answer, so nothing was done; it is tried again later.
 * - `nothing_to_do`: no closing task is open.
 */
export type Closing = "closed" | "paid" | "postponed" | "nothing_to_do"

interface VoidedCode {
  outcome: Closing
  order_id: string | null
  /** Whether its order is cancelled next, unless it turns out to be paid or to have another code. */
  cancels_order: boolean
}

/** What a handler of `closeVoucherWorkflow`'s hook is told. */
export interface BeforeOrderCanceledInput extends VoidedCode {
  voucher_id: string
}

/**
 * Carries out a voucher's closing task: void first, cancel second. "Don't know" never cancels. What
 * fails on the way, a merchant's hook included, postpones the task.
 */
export async function closeVoucher(
  container: MedusaContainer,
  voucherId: string,
): Promise<Closing> {
  try {
    const { result } = await closeVoucherWorkflow(container).run({
      input: { voucher_id: voucherId },
    })
    return result.outcome
  } catch (error) {
    await pagoEfectivo(container).changeVoucher(voucherId, closingPostponed(messageOf(error)))
    return "postponed"
  }
}

const voidCodeStep = createStep(
  "pagoefectivo-void-code",
  async ({ voucher_id }: { voucher_id: string }, { container }) =>
    new StepResponse(await voidCode(container, voucher_id)),
)

const finishClosingStep = createStep(
  "pagoefectivo-finish-closing",
  async ({ voucher_id, outcome }: { voucher_id: string; outcome: Closing }, { container }) => {
    if (outcome === "closed") await finishClosing(container, voucher_id)
    return new StepResponse({ outcome })
  },
)

/**
 * `closeVoucher` as a Medusa workflow. Its hook `beforeOrderCanceled` runs when the gateway has
 * confirmed that the code can't be paid, and before anything is cancelled. A handler that throws
 * postpones the closing task: nothing is cancelled until a later try gets past it. There is no
 * compensation: a closed code can't be opened again.
 */
export const closeVoucherWorkflow = createWorkflow(
  "pagoefectivo-close-voucher",
  (input: WorkflowData<{ voucher_id: string }>) => {
    const voided = voidCodeStep(input)
    const hookInput = transform({ input, voided }, (data): BeforeOrderCanceledInput => ({
      ...data.voided,
      voucher_id: data.input.voucher_id,
    }))
    const beforeOrderCanceled = createHook("beforeOrderCanceled", hookInput)
    const finished = finishClosingStep(hookInput)
    return new WorkflowResponse(finished, { hooks: [beforeOrderCanceled] })
  },
)

async function voidCode(container: MedusaContainer, voucherId: string): Promise<VoidedCode> {
  const service = pagoEfectivo(container)
  const known = await service.retrieveVoucher(voucherId)
  return withPurchaseLock(container, known, async () => {
    const voucher = await service.retrieveVoucher(voucherId)
    const { order_id, closing_reason } = voucher
    const ended = (outcome: Closing) => ({ outcome, order_id, cancels_order: false })
    if (!closing_reason) return ended("nothing_to_do")
    const result = await voidAtGateway(service, voucher, {
      beforeEvent: () => refreshSessionData(container, voucher),
    })
    if (result.outcome === "unknown") return ended("postponed")
    if (result.outcome === "paid") {
      await settlePaidVoucher(container, result.voucher)
      await service.changeVoucher(voucherId, closingEnded(closing_reason))
      return ended("paid")
    }
    return { outcome: "closed", order_id, cancels_order: closing_reason === "deadline" }
  })
}

/**
 * What follows when a code is closed for good. The task is ended last, so that a crash at any point
 * leads to another, harmless, run. A payment that came to light meanwhile has ended the task.
 */
async function finishClosing(container: MedusaContainer, voucherId: string): Promise<void> {
  const service = pagoEfectivo(container)
  const known = await service.retrieveVoucher(voucherId)
  await withPurchaseLock(container, known, async () => {
    const voucher = await service.retrieveVoucher(voucherId)
    if (!voucher.closing_reason || voucher.status === "paid") return
    await afterClosing(container, voucher)
    await service.changeVoucher(voucherId, closingEnded(voucher.closing_reason))
  })
}

async function afterClosing(container: MedusaContainer, voucher: VoucherRow): Promise<void> {
  if (voucher.closing_reason === "deadline") await cancelUnpaidOrder(container, voucher)
  await refreshSessionData(container, voucher)
  if (voucher.closing_reason === "superseded") await reissueForOrder(container, voucher)
}
