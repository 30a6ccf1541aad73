import type {
  AdminCaseHit,
  AdminOrderHit,
  AdminPayout,
  AdminPayoutHit,
  AdminVoucherHit,
} from "../../../../http-types"
import type { CaseRow, Found, FoundPayout, VoucherRow } from "../../../../modules/pagoefectivo"
import { formatCentimos } from "../../../../peru/centimos"
import { iso } from "../../../support/iso"
import type { Hit } from "./find"
import type { KnownOrder } from "./load-orders"

const ROOT = "/pagoefectivo"

type Orders = Map<string, KnownOrder>

function orderOf(orders: Orders, id: string | null) {
  const order = orders.get(id ?? "")
  return {
    order_id: id,
    order_display_id: order?.displayId ?? null,
    shopper: order?.shopper ?? null,
  }
}

export function presentVoucherHit({ row, by }: Hit<VoucherRow>, orders: Orders): AdminVoucherHit {
  return {
    kind: "voucher",
    id: row.id,
    found_by: by,
    ...orderOf(orders, row.order_id),
    cip: row.cip,
    status: row.status,
    amount: formatCentimos(row.amount_centimos),
    currency_code: row.currency_code,
    at: iso(row.issued_at),
    to: `${ROOT}/vouchers?voucher=${row.id}`,
  }
}

/** An order with its newest code. */
export function presentOrderHit(
  { id, by }: Found,
  orders: Orders,
  code: VoucherRow | undefined,
): AdminOrderHit | null {
  const order = orders.get(id)
  if (!order) return null
  return {
    kind: "order",
    id,
    found_by: by,
    ...orderOf(orders, id),
    order_status: order.status,
    cip: code?.cip ?? null,
    status: code?.status ?? null,
    amount: code ? formatCentimos(code.amount_centimos) : null,
    currency_code: code?.currency_code ?? null,
    at: iso(order.placedAt),
    to: `/orders/${id}`,
  }
}

export function presentCaseHit(
  { row, by }: Hit<CaseRow>,
  orders: Orders,
  cips: Map<string, string>,
): AdminCaseHit {
  return {
    kind: "case",
    id: row.id,
    found_by: by,
    ...orderOf(orders, row.order_id),
    reason: row.reason as AdminCaseHit["reason"],
    status: row.status,
    cip: cips.get(row.voucher_id ?? "") ?? null,
    payout_id: row.payout_id,
    amount: formatCentimos(row.amount_at_risk_centimos),
    currency_code: row.currency_code,
    at: iso(row.opened_at),
    to: `${ROOT}/cases?status=any&case=${row.id}`,
  }
}

export function presentPayoutHit({ by }: FoundPayout, payout: AdminPayout): AdminPayoutHit {
  return {
    kind: "payout",
    id: payout.id,
    found_by: by,
    order_id: null,
    order_display_id: null,
    shopper: null,
    payout_id: payout.payout_id,
    provider_id: payout.provider_id,
    amount: payout.net,
    currency_code: payout.currency_code,
    bank_deposit: payout.bank_deposit,
    at: payout.last_credited_at ?? payout.bank_deposited_at,
    to: `${ROOT}/payouts/${payout.id}`,
  }
}
