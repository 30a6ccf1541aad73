import { formatCentimos, type Centimos } from "../peru/centimos"
import type { CurrencyCode } from "./currency"
import type {
  ComparedFields,
  FindingDetail,
  FindingLinks,
  FindingOf,
  ReconciliationReason,
} from "./reasons"
import type { JudgedVoucher } from "./voucher-view"

export interface FindingContent<R extends ReconciliationReason> {
  detail?: FindingDetail<R> | undefined
  expected: ComparedFields
  actual: ComparedFields
  atRisk: Centimos
  /** What the store gave back is taken off `atRisk` already. */
  afterRefunds?: true
  /** Of the amount at risk; the voucher's unless given. */
  currencyCode?: CurrencyCode | undefined
  /** What tells this case from others of the same reason and voucher: a line or payment id. */
  subject?: string | undefined
  lineId?: string | undefined
  payoutId?: string | null | undefined
}

function linksOf(view: JudgedVoucher, content: FindingContent<ReconciliationReason>): FindingLinks {
  const { voucher, store, noticeId } = view.facts
  return {
    voucherId: voucher.id,
    ...(store.orderId === null ? {} : { orderId: store.orderId }),
    ...(content.lineId === undefined ? {} : { lineId: content.lineId }),
    ...(content.payoutId ? { payoutId: content.payoutId } : {}),
    ...(noticeId === undefined ? {} : { noticeId }),
  }
}

/** A finding about the voucher in view. */
export function buildFinding<R extends ReconciliationReason>(
  view: JudgedVoucher,
  reason: R,
  content: FindingContent<R>,
): FindingOf<R> {
  const { subject, detail } = content
  const voucherKey = `${reason}:${view.facts.voucher.id}`
  return {
    reason,
    ...(detail === undefined ? {} : { detail }),
    key: subject === undefined ? voucherKey : `${voucherKey}:${subject}`,
    expected: content.expected,
    actual: content.actual,
    amountAtRisk: formatCentimos(Math.abs(content.atRisk)),
    ...(content.afterRefunds && { afterRefunds: true }),
    currencyCode: (content.currencyCode ?? view.currencyCode).toLowerCase(),
    ...linksOf(view, content),
  }
}
