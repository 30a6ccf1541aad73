import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { booked, closingRequested, type VoucherRow } from "../../modules/pagoefectivo"
import { isPayable, paidInFull } from "../../modules/pagoefectivo/vouchers/voucher-state"
import { pagoEfectivo } from "../container"
import {
  isBooked,
  isCanceled,
  isGivenBack,
  loadPurchase,
  type Purchase,
  type PurchaseOrder,
} from "../orders/purchase"
import { strikeDoubleEntries } from "../orders/strike-double-entries"
import { reportFinding, seenPayment } from "../cases/report-finding"
import {
  seenDuplicatePayment,
  seenLatePayment,
  seenMismatch,
  seenOrphanPayment,
  seenOverpaidOrder,
  type CheckoutProblem,
  type Finding,
} from "../../reconciliation"
import { messageOf } from "../../errors/message-of"
import { checkoutProblem } from "./checkout-problem"
import { letPlatformCapture, loadEndedPurchase } from "./platform-capture"
import { refreshSessionData } from "../vouchers/refresh-session-data"

/**
 * - `captured`: the order is paid, by this call.
 * - `already_captured`: it was.
 * - `case`: the money is here but may not simply be booked; a case says why.
 */
export type Settlement = "captured" | "already_captured" | "case"

/**
 * What the platform has booked by itself (by its own hook, a person's "Check status", or before a
 * crash) is booked here, too. The caller holds the purchase's lock, and does this before it asks the
 * gateway: a refund would otherwise look like the end of a payment that was never booked.
 */
export async function recordPlatformBooking(
  container: MedusaContainer,
  voucher: VoucherRow,
): Promise<void> {
  if (voucher.status !== "paid" || voucher.captured_at) return
  const purchase = await loadEndedPurchase(container, voucher)
  if (!isBooked(purchase)) return
  if (sharePayment(voucher, await capturedSibling(container, voucher))) return
  await recordBooking(container, voucher, purchase)
}

/**
 * Books a payment that the gateway has confirmed. The caller holds the purchase's lock.
 * @throws the platform's error when it could not capture; nothing is lost, the call may be repeated.
 */
export async function settlePaidVoucher(
  container: MedusaContainer,
  voucher: VoucherRow,
): Promise<Settlement> {
  const before = await loadEndedPurchase(container, voucher)
  const sibling = voucher.captured_at ? undefined : await capturedSibling(container, voucher)
  if (isBooked(before) && !sharePayment(voucher, sibling)) {
    return recordBooking(container, voucher, before)
  }
  const obstacle = findObstacle(voucher, before, sibling)
  if (obstacle) {
    await reportFinding(container, voucher, obstacle)
    await refreshSessionData(container, voucher)
    return "case"
  }
  const failure = await book(container, voucher, before)
  const after = await loadPurchase(container, voucher)
  if (isBooked(after)) return recordBooking(container, voucher, after)
  if (failure) {
    const seen = seenPayment(voucher, null)
    await reportFinding(container, voucher, seenOrphanPayment(seen, "cart_not_completed", failure))
    return "case"
  }
  throw new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `Voucher ${voucher.id} is paid, but the platform has not booked it. It is tried again.`,
  )
}

/** Why the money may not simply be booked; null when it may. */
function findObstacle(
  voucher: VoucherRow,
  { session, order }: Purchase,
  sibling: VoucherRow | undefined,
): Finding | null {
  const seen = seenPayment(voucher, order?.id ?? null)
  if (!paidInFull(voucher)) return seenMismatch(seen)
  const other = order?.payments.find(
    (payment) => payment.captured_at && payment.payment_session_id !== voucher.payment_session_id,
  )
  const isForAnotherDebt = order !== null && order.owedCentimos >= voucher.amount_centimos
  if (sharePayment(voucher, sibling) || ((other || sibling) && !isForAnotherDebt)) {
    const orderId = order?.id ?? sibling?.order_id ?? null
    return seenDuplicatePayment({ ...seen, orderId }, sibling?.cip ?? other?.id ?? "unknown")
  }
  if (order && isCanceled(order)) return seenLatePayment(seen)
  if (!session) return seenOrphanPayment(seen, "session_gone")
  return null
}

/** Two codes of one session share its payment: it can be the money of one of them only. */
function sharePayment(voucher: VoucherRow, sibling: VoucherRow | undefined): boolean {
  return sibling?.payment_session_id === voucher.payment_session_id
}

/** Another code of the same purchase whose money is already booked. */
async function capturedSibling(
  container: MedusaContainer,
  voucher: VoucherRow,
): Promise<VoucherRow | undefined> {
  const siblings = await siblingsOf(container, voucher)
  return siblings.find(({ captured_at }) => captured_at)
}

async function siblingsOf(container: MedusaContainer, voucher: VoucherRow): Promise<VoucherRow[]> {
  return pagoEfectivo(container).listVouchers({
    id: { $ne: voucher.id },
    $or: [
      { payment_session_id: voucher.payment_session_id },
      ...(voucher.cart_id ? [{ cart_id: voucher.cart_id }] : []),
    ],
  })
}

/**
 * Lets the platform capture. Without an order it first tries to place it, with the money at hand.
 * @returns why no order could be placed; null when the platform raised no objection.
 */
async function book(
  container: MedusaContainer,
  voucher: VoucherRow,
  { order }: Purchase,
): Promise<CheckoutProblem | null> {
  if (!order && voucher.cart_id) {
    try {
      await completeCartWorkflow(container).run({ input: { id: voucher.cart_id } })
    } catch (error) {
      const problem = checkoutProblem(error)
      if (!problem) throw error
      const what = `no order could be placed for paid code ${voucher.cip}`
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`PagoEfectivo: ${what}: ${messageOf(error)}`)
      return problem
    }
  }
  await letPlatformCapture(container, voucher)
  return null
}

/** Cases that ask for nothing but the capture. */
const HEALED_BY_CAPTURE = ["orphan_payment", "amount_mismatch", "currency_mismatch"]

/** The purchase is paid: its other codes must not be payable any more. The closing job carries it out. */
async function closeSiblings(container: MedusaContainer, voucher: VoucherRow): Promise<void> {
  const siblings = await siblingsOf(container, voucher)
  for (const sibling of siblings.filter(isPayable)) {
    const request = closingRequested("superseded", "system")
    await pagoEfectivo(container).changeVoucher(sibling.id, request)
  }
}

/**
 * What was paid beyond what the order owed, in céntimos: a credit line came after the code. Said when
 * the money is booked; what an order owes back later is no matter of this payment.
 */
function excessOf(voucher: VoucherRow, order: PurchaseOrder | null): number {
  if (voucher.captured_at || !order || isCanceled(order)) return 0
  return Math.min(Math.max(-order.owedCentimos, 0), voucher.amount_centimos)
}

async function recordBooking(
  container: MedusaContainer,
  voucher: VoucherRow,
  seen: Purchase,
): Promise<Settlement> {
  const service = pagoEfectivo(container)
  const isCorrected = await strikeDoubleEntries(container, seen.order)
  const { order } = isCorrected ? await loadPurchase(container, voucher) : seen
  const excess = excessOf(voucher, order)
  if (excess > 0) {
    const payment = seenPayment(voucher, order?.id ?? null)
    await reportFinding(container, voucher, seenOverpaidOrder(payment, excess))
  }
  const request = booked(order?.id ?? null, excess)
  const { changed: first } = await service.changeVoucher(voucher.id, request)
  await service.cases.write([], {
    examinedKeys: HEALED_BY_CAPTURE.map((reason) => `${reason}:${voucher.id}`),
    why: "The payment is booked on its order",
  })
  await closeSiblings(container, voucher)
  if (order && isCanceled(order) && first && !isGivenBack(order, voucher)) {
    const payment = { ...seenPayment(voucher, order.id), captured: true }
    await reportFinding(container, voucher, seenLatePayment(payment))
  }
  return first ? "captured" : "already_captured"
}
