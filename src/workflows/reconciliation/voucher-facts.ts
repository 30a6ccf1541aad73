import type {
  SettlementLineRow,
  FactRecords,
  LineRecord,
  RefundWithOrigin,
  SiblingRecord,
  VoucherWithBooks,
} from "../../modules/pagoefectivo"
import { endedBeforeReversal } from "../../modules/pagoefectivo/vouchers/voucher-state"
import type { LineFacts, UnmatchedLine, VoucherFacts } from "../../reconciliation"

/** Whether refunds of a provider's payments are made outside the gateway, where no report shows them. */
export type RefundsOutside = (providerId: string) => boolean

/** Rows of the database as the rules want them. */
export function voucherFacts(records: FactRecords, refundsOutside: RefundsOutside): VoucherFacts[] {
  const lines = groupBy(records.lines)
  const refunds = groupBy(records.refunds)
  const siblings = groupBy(records.siblings)
  const releasedThrough = new Map(
    records.releases.map(({ provider_id, through }) => [provider_id, instant(through)]),
  )
  return records.vouchers.map((voucher) => ({
    voucher: {
      id: voucher.id,
      paymentId: voucher.gateway_id,
      amount: voucher.amount_centimos,
      currencyCode: voucher.currency_code,
      expiresAt: instant(voucher.expires_at),
    },
    store: {
      orderId: voucher.order_id,
      orderStatus: voucher.order_status,
      orderCanceledAt: instantOrNull(voucher.order_canceled_at),
      captured: Number(voucher.captured ?? 0),
      capturedAt: instantOrNull(voucher.capture_at),
      excess: voucher.excess_centimos,
      refunds: (refunds.get(voucher.id) ?? []).map((refund) =>
        refundFact(refund, refundsOutside(voucher.provider_id)),
      ),
    },
    gateway: gatewaySide(voucher),
    lines: (lines.get(voucher.id) ?? []).map(ledgerLine),
    releasedThrough: releasedThrough.get(voucher.provider_id) ?? null,
    paidSiblings: (siblings.get(voucher.id) ?? []).map(siblingFact),
    ...(voucher.notice_id && { noticeId: voucher.notice_id }),
  }))
}

/** What the gateway said last; the voucher's status follows its word. */
function gatewaySide(voucher: VoucherWithBooks): VoucherFacts["gateway"] {
  return {
    status: voucher.status,
    amount: voucher.paid_centimos,
    currencyCode: voucher.paid_currency_code,
    paidAt: instantOrNull(voucher.paid_at),
    held: voucher.held_at !== null,
    refunded: voucher.refunded_centimos ?? 0,
    endedBeforeReversal: endedBeforeReversal(voucher),
  }
}

export function lineFact(line: SettlementLineRow): LineFacts {
  return {
    id: line.id,
    type: line.type,
    status: line.status,
    amount: line.amount_centimos,
    currencyCode: line.currency_code,
    fee: line.fee_centimos,
    net: line.net_centimos,
    creditedAt: instantOrNull(line.credited_at),
    paymentId: line.payment_id,
    payoutId: line.payout_id,
    settlementCurrency: line.settlement_currency_code,
    fxRate: line.fx_rate,
  }
}

function ledgerLine(line: LineRecord): LineFacts {
  const creditedBy = instant(line.credited_by)
  return { ...lineFact(line), ledger: line.ledger ?? "movements", creditedBy }
}

export function unmatchedFact(line: SettlementLineRow): UnmatchedLine {
  return { ...lineFact(line), externalReference: line.external_reference }
}

function refundFact(refund: RefundWithOrigin, outside: boolean) {
  const { id, amount_centimos, created_at, by_hand } = refund
  return { id, amount: amount_centimos, at: instant(created_at), outside: outside || by_hand }
}

function siblingFact({ id, paid_at, captured }: SiblingRecord) {
  return { id, paidAt: instantOrNull(paid_at), captured }
}

function groupBy<Row extends { voucher_id: string | null }>(rows: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = row.voucher_id ?? ""
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

function instant(value: Date | string): number {
  return new Date(value).getTime()
}

function instantOrNull(value: Date | string | null): number | null {
  return value === null ? null : instant(value)
}
