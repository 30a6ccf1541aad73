import type { CurrencyCode } from "./currency"
import type { Centimos } from "../peru/centimos"

import type { Instant } from "../peru/lima"

/** The code as this store issued it: what was promised. */
export interface VoucherSide {
  id: string
  /** The gateway's id of its payment; absent or null where none is known. */
  paymentId?: string | null
  amount: Centimos
  currencyCode: CurrencyCode
  expiresAt: Instant
}

export interface StoreRefund {
  id: string
  /** Positive. */
  amount: Centimos
  at: Instant
  /** Made by other means than the gateway (bank transfer): no report will show it. */
  outside: boolean
}

/** What the store believes about the payment of this one voucher. */
export interface StoreSide {
  /** Null when the voucher has no order. */
  orderId: string | null
  /** Medusa's order status; null without an order. */
  orderStatus: string | null
  orderCanceledAt: Instant | null
  /** Captured on the payment of this voucher, refunds not taken off. */
  captured: Centimos
  capturedAt: Instant | null
  /** What of it the order did not owe when it was captured; absent: nothing. */
  excess?: Centimos
  refunds: readonly StoreRefund[]
}

export type GatewayFactStatus =
  "waiting" | "paid" | "expired" | "voided" | "reversed" | "not_found" | "unknown"

/** What the gateway said last. `unknown` also stands for "not asked yet". */
export interface GatewaySide {
  status: GatewayFactStatus
  /** Null where the gateway does not say. */
  amount: Centimos | null
  currencyCode: CurrencyCode | null
  paidAt: Instant | null
  /** Whether it holds the money back, as during a dispute. */
  held: boolean
  /** What it says was given back in all. */
  refunded: Centimos
  /** Whether the code had expired or been voided when the payment was taken back. */
  endedBeforeReversal: boolean
}

export type SettlementLineType = "payment" | "refund" | "reversal"
export type SettlementLineStatus = "settled" | "held" | "reversed"

/**
 * What a report tells of. `movements`: what was settled. `releases`: when it became free to use; counts
 * only where no movement tells of the payment. `paid`: what shoppers paid, which settles nothing.
 */
export type LineLedger = "movements" | "releases" | "paid"

/** One imported line of a settlement report. */
export interface LineFacts {
  id: string
  type: SettlementLineType
  status: SettlementLineStatus
  /** Signed as in the report: payments positive, refunds and reversals negative. */
  amount: Centimos
  currencyCode: CurrencyCode
  /** Positive, IGV included; null when the report has none. */
  fee: Centimos | null
  net: Centimos | null
  creditedAt: Instant | null
  /** The gateway's id of the payment (direct API: the CIP). */
  paymentId: string | null
  payoutId: string | null
  /** Null when the report does not say: then it is the line's own currency. */
  settlementCurrency: CurrencyCode | null
  /** Absent: `movements`. */
  ledger?: LineLedger
  /** By when it was credited at the latest, where the report names no day. */
  creditedBy?: Instant | null
  /** Decimal string: units of the settlement currency for one unit of the line's currency. */
  fxRate: string | null
}

/** Another payment of the same order: a paid voucher of it, or a payment by another method. */
export interface PaidSibling {
  /** The voucher's or payment's id. */
  id: string
  paidAt: Instant | null
  captured: boolean
}

/**
 * Everything known about one voucher, joined by the database. Amounts are checked where they enter:
 * no voucher's amounts may add up to more than 2^53 − 1 céntimos.
 */
export interface VoucherFacts {
  voucher: VoucherSide
  store: StoreSide
  gateway: GatewaySide
  /** Matched lines of every type, oldest first. */
  lines: readonly LineFacts[]
  paidSiblings: readonly PaidSibling[]
  /** The last release that any report of this provider tells of; null where none is imported. */
  releasedThrough?: Instant | null
  noticeId?: string
}

/** A line that no voucher of this store was found for. */
export interface UnmatchedLine extends LineFacts {
  externalReference: string | null
}

/** One payout: sums made by the database, in the payout's currency. */
export interface PayoutFacts {
  providerId: string
  payoutId: string
  currencyCode: CurrencyCode
  linesCount: number
  /** The gateway does not say which payments a payout is made of. */
  linesUnknown?: boolean
  /** Sum of the lines' nets in céntimos. */
  linesNet: bigint
  /** Lines of this payout that are in another settlement currency. */
  otherCurrencyLines: number
  /** Since when a deposit waits for a report that tells of its payout; null when one does. */
  unreportedSince: Instant | null
  /** As the report declares it; null when it does not. */
  declaredTotal: bigint | null
  /** As the merchant entered or imported it; null while unknown. */
  bankDeposit: bigint | null
}
