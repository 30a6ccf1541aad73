import type { GatewaySide, LineFacts, StoreSide, VoucherFacts, VoucherSide } from "../facts"
import type { Instant } from "../../peru/lima"
import { createFeeCard } from "../fee-card"
import { createPolicy, type PolicyOptions } from "../policy"
import { reconcileVoucher } from "../reconcile-voucher"
import type { Finding, ReconciliationReason } from "../reasons"

/** An instant given in Lima's local time. */
export function lima(text: string): Instant {
  const time = Date.parse(`${text.replace(" ", "T")}:00-05:00`)
  if (Number.isNaN(time)) {
    throw new Error(`not a time: ${text}`)
  }
  return time
}

/** A Monday. T+3 counts Tuesday 6, Wednesday 7 and, after the holiday on the 8th, Friday 9. */
export const PAID_AT = lima("2026-10-05 10:00")
export const DUE_DAY = "2026-10-09"
export const BEFORE_DUE = lima("2026-10-09 23:59")
export const AFTER_DUE = lima("2026-10-10 00:00")

let lineNumber = 0

export function line(changes: Partial<LineFacts> = {}): LineFacts {
  lineNumber += 1
  return {
    id: `line_${lineNumber}`,
    type: "payment",
    status: "settled",
    amount: 6990,
    currencyCode: "pen",
    fee: null,
    net: null,
    creditedAt: lima("2026-10-07 12:00"),
    paymentId: "2523136",
    payoutId: null,
    settlementCurrency: null,
    fxRate: null,
    ...changes,
  }
}

export interface FactChanges {
  voucher?: Partial<VoucherSide>
  store?: Partial<StoreSide>
  gateway?: Partial<GatewaySide>
  lines?: LineFacts[]
  paidSiblings?: VoucherFacts["paidSiblings"]
  releasedThrough?: Instant
}

/** A voucher of 69.90 that is paid, captured and settled in time, with changes. */
export function facts(changes: FactChanges = {}): VoucherFacts {
  return {
    voucher: {
      id: "pevou_1",
      paymentId: "2523136",
      amount: 6990,
      currencyCode: "pen",
      expiresAt: lima("2026-10-06 10:00"),
      ...changes.voucher,
    },
    store: {
      orderId: "order_1",
      orderStatus: "pending",
      orderCanceledAt: null,
      captured: 6990,
      capturedAt: lima("2026-10-05 10:01"),
      refunds: [],
      ...changes.store,
    },
    gateway: {
      status: "paid",
      amount: 6990,
      currencyCode: "pen",
      paidAt: PAID_AT,
      held: false,
      refunded: 0,
      endedBeforeReversal: false,
      ...changes.gateway,
    },
    lines: changes.lines ?? [line()],
    paidSiblings: changes.paidSiblings ?? [],
    releasedThrough: changes.releasedThrough ?? null,
  }
}

export const NOT_CAPTURED = { captured: 0, capturedAt: null } as const

export const FEE_CARD = createFeeCard({
  tiers: [
    { upTo: "20.00", fixed: "1.50" },
    { upTo: "39.90", fixed: "1.55" },
    { upTo: "95.00", fixed: "1.60" },
    { percent: "3.5" },
  ],
})

export function reconcile(
  changes: FactChanges,
  policy: PolicyOptions = {},
  now: Instant = AFTER_DUE,
): Finding[] {
  return reconcileVoucher(facts(changes), createPolicy(policy), now)
}

/** `reason` or `reason/detail`, in alphabetical order. */
export function names(findings: Finding[]): string[] {
  return findings
    .map(({ reason, detail }) => (detail === undefined ? reason : `${reason}/${detail}`))
    .sort()
}

/** The only finding, which must be of this reason. */
export function only(findings: Finding[], reason: ReconciliationReason): Finding {
  expect(findings.map((finding) => finding.reason)).toEqual([reason])
  return findings[0] as Finding
}
