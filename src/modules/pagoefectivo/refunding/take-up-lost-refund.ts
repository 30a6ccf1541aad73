import { formatCentimos } from "../../../peru/centimos"
import { roundToCentimos } from "../../../peru/rounding"
import type { RefundRow } from "../types"
import { checkSoon } from "../vouchers/decisions"
import { askForRefund, isFresh, lookUpRefund, type RefundInput } from "./ask-for-refund"
import { refused } from "../../../errors/refusal"

/**
 * A refund whose answers were lost has been deleted from the platform's books, so a person asks for it
 * again. Before anything new is asked for, the gateway tells what became of it; one of the same amount
 * *is* the refund that the person wants.
 * @returns whether the refund is made, or on its way, with that
 * @throws MedusaError when an earlier refund is still undecided.
 */
export async function takeUpLostRefund(input: RefundInput): Promise<boolean> {
  const { service, voucher, idempotencyKey } = input
  const known = await service.lostRefunds.of(voucher.id)
  const lost = known.filter((refund) => refund.idempotency_key !== idempotencyKey)
  if (lost.length === 0) return false
  const asked = roundToCentimos(input.amount)
  for (const refund of lost.filter(isUndecided)) await decide(input, refund, asked)
  await service.changeVoucher(voucher.id, checkSoon)
  const made = await service.lostRefunds.of(voucher.id)
  const same = made.find(
    (refund) => refund.amount_centimos === asked && refund.idempotency_key !== idempotencyKey,
  )
  return same !== undefined && service.lostRefunds.adopt(same, idempotencyKey)
}

function isUndecided({ status, reference }: RefundRow): boolean {
  return status === "in_process" && reference === null
}

async function decide(input: RefundInput, refund: RefundRow, asked: number): Promise<void> {
  const found = await lookUpRefund(input, refund)
  if (found === "made" || found === "not_made") return
  if (refund.amount_centimos === asked) {
    const takesRest = await input.service.lostRefunds.takesRest(input.voucher, refund)
    await askForRefund(input, refund, { takesRest, isRepeat: true })
  } else if (found === "none" && !isFresh(refund)) {
    await input.service.refunds.end(refund.idempotency_key, "rejected", null)
  } else {
    const amount = formatCentimos(refund.amount_centimos)
    throw refused("earlier_refund_undecided", { amount, currency: refund.currency_code })
  }
}
