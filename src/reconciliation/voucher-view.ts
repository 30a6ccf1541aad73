import type { CurrencyCode } from "./currency"
import type { Instant } from "../peru/lima"
import type { GatewaySide, LineFacts, StoreSide, VoucherFacts } from "./facts"
import type { Centimos } from "../peru/centimos"
import type { ReconciliationPolicy } from "./policy"
import { splitLedgers, type Ledgers } from "./ledgers"
import { sumSettlement, type SettlementSums } from "./settlement-sums"

/** The facts of one voucher with what every rule derives from them, computed once. */
export interface JudgedVoucher {
  /** With the lines that count. */
  facts: VoucherFacts
  ledgers: Ledgers
  policy: ReconciliationPolicy
  now: Instant
  sums: SettlementSums
  /** Payment lines that no other line of the same payment has replaced. */
  standing: readonly LineFacts[]
  promised: Centimos
  currencyCode: CurrencyCode
  /** The gateway says "paid". */
  confirmed: boolean
  /** When it was paid, as well as is known; null when nothing says that it was paid. */
  paidAt: Instant | null
  /** Refunds in the store, those made outside included. */
  storeRefunded: Centimos
  /** Taken back by the collector and not made good by another payment. */
  openTakenBack: Centimos
  /** The part of `openTakenBack` that carries out refunds of the store. */
  takenBackAsRefund: Centimos
  /** Received, not taken back and not refunded: what somebody owns and the order must account for. */
  outstanding: Centimos
}

function sumRefunds(store: StoreSide): Centimos {
  let total = 0
  for (const refund of store.refunds) {
    total += refund.amount
  }
  return total
}

function openTakenBackOf(gateway: GatewaySide, sums: SettlementSums, promised: Centimos): Centimos {
  if (gateway.status === "reversed" && sums.takenBack === 0) {
    return promised
  }
  return Math.min(sums.takenBack, Math.max(promised - sums.kept, 0))
}

/**
 * A held line alone is no payment until the gateway confirms it. What the report shows beyond the
 * promised amount has findings of its own and is not counted here.
 */
function receivedOf(gateway: GatewaySide, sums: SettlementSums, promised: Centimos): Centimos {
  if (gateway.status === "reversed") {
    return 0
  }
  if (gateway.status === "paid" && sums.takenBack === 0) {
    return gateway.amount ?? promised
  }
  const heldUnconfirmed = gateway.status === "paid" ? 0 : sums.held
  return Math.min(Math.max(sums.kept - heldUnconfirmed, 0), promised)
}

/** The voucher's deadline is the latest moment that a payment of unknown time can have. */
function paidAtOf(facts: VoucherFacts, received: Centimos): Instant | null {
  const { gateway, store, voucher } = facts
  const known = gateway.paidAt ?? store.capturedAt
  return known ?? (received > 0 || store.captured > 0 ? voucher.expiresAt : null)
}

export function viewVoucher(
  known: VoucherFacts,
  policy: ReconciliationPolicy,
  now: Instant,
): JudgedVoucher {
  const ledgers = splitLedgers(known, now)
  const facts = { ...known, lines: ledgers.counted }
  const { voucher, store, gateway } = facts
  const promised = voucher.amount
  const sums = sumSettlement(voucher, facts.lines)
  const received = receivedOf(gateway, sums, promised)
  const storeRefunded = sumRefunds(store)
  const openTakenBack = openTakenBackOf(gateway, sums, promised)
  return {
    facts,
    policy,
    now,
    ledgers,
    sums,
    standing: sums.payments.flatMap(({ settled, held }) => [...settled, ...held]),
    promised,
    currencyCode: voucher.currencyCode,
    confirmed: gateway.status === "paid",
    paidAt: paidAtOf(facts, received),
    storeRefunded,
    openTakenBack,
    takenBackAsRefund: Math.min(openTakenBack, Math.max(storeRefunded - sums.refunded, 0)),
    outstanding: received - Math.max(storeRefunded, sums.refunded),
  }
}
