import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminSearchHit, AdminSearchResponse } from "../../../../http-types"
import type { FoundPayout } from "../../../../modules/pagoefectivo"
import { API_LIMITS as LIMITS } from "../../../support/limits"
import { loadCaseContext } from "../cases/load-case-context"
import { loadPayouts } from "../payouts/load-payouts"
import { findAll, type FoundRows } from "./find"
import { loadOrders } from "./load-orders"
import {
  presentCaseHit,
  presentOrderHit,
  presentPayoutHit,
  presentVoucherHit,
} from "./present-hits"
import { readSearch } from "./read-search"
import type { ReadableKinds } from "./readable-kinds"

/** What a text may mean, by kinds. Nothing of it is logged: it may be a shopper's name or phone. */
export async function loadSearch(
  container: MedusaContainer,
  q: string,
  may: ReadableKinds,
): Promise<AdminSearchResponse> {
  const found = await findAll(container, readSearch(q), may)
  const results = await present(container, found, may)
  return { q, results, searched_orders: found.isPartial ? LIMITS.searchedOrders : null }
}

async function present(
  container: MedusaContainer,
  { orders, vouchers, cases, payouts }: FoundRows,
  may: ReadableKinds,
): Promise<AdminSearchHit[]> {
  const caseRows = cases.map(({ row }) => row)
  const orderIds = [
    ...orders.map(({ id }) => id),
    ...vouchers.map(({ row }) => row.order_id),
    ...caseRows.map(({ order_id }) => order_id),
  ]
  const [known, { cips }, payoutHits] = await Promise.all([
    loadOrders(container, orderIds, may.orders),
    loadCaseContext(container, caseRows),
    presentPayouts(container, payouts),
  ])
  const codes = vouchers.map(({ row }) => row)
  const orderHits = orders.flatMap((order) => {
    const code = codes.find(({ order_id }) => order_id === order.id)
    return presentOrderHit(order, known, code) ?? []
  })
  return [
    ...orderHits,
    ...vouchers.map((hit) => presentVoucherHit(hit, known)),
    ...cases.map((hit) => presentCaseHit(hit, known, cips)),
    ...payoutHits,
  ]
}

async function presentPayouts(container: MedusaContainer, found: FoundPayout[]) {
  const ids = found.map(({ payout_id }) => payout_id)
  const payouts = await loadPayouts(container, ids)
  return found.flatMap((one) => {
    const payout = payouts.find(
      ({ payout_id, provider_id, currency_code }) =>
        payout_id === one.payout_id &&
        provider_id === one.provider_id &&
        currency_code === one.currency_code,
    )
    return payout ? presentPayoutHit(one, payout) : []
  })
}
