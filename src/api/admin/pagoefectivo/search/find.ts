import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  CaseRow,
  Found,
  FoundPayout,
  SearchMeaning,
  SearchTerms,
  VoucherRow,
} from "../../../../modules/pagoefectivo"
import { pagoEfectivo } from "../../../../workflows/container"
import { API_LIMITS as LIMITS } from "../../../support/limits"
import type { ReadableKinds } from "./readable-kinds"

const CASE_STATUSES: CaseRow["status"][] = ["open", "resolved", "ignored"]
/** PostgreSQL's `integer`, which amounts of cases are. */
const MAX_CASE_CENTIMOS = 2_147_483_647

export interface Hit<Row> {
  row: Row
  by: SearchMeaning
}

export interface FoundRows {
  orders: Found[]
  vouchers: Hit<VoucherRow>[]
  cases: Hit<CaseRow>[]
  payouts: FoundPayout[]
  isPartial: boolean
}

/** Everything that a text may mean, and what belongs to it: an order's codes, a code's cases. */
export async function findAll(
  container: MedusaContainer,
  asked: SearchTerms,
  may: ReadableKinds,
): Promise<FoundRows> {
  const { search } = pagoEfectivo(container)
  const terms = may.orders ? asked : withoutShopper(asked)
  const limit = LIMITS.maxSearchHits
  const [codes, { orders, isPartial }, payouts] = await Promise.all([
    search.vouchers(terms, limit),
    search.orders(terms, { limit, recent: LIMITS.searchedOrders }),
    may.payouts ? search.payouts(terms, limit) : [],
  ])
  const vouchers = await vouchersOf(container, codes, orders)
  const cases = may.cases ? await casesOf(container, terms, { vouchers, orders, payouts }) : []
  return { orders: may.orders ? orders : [], vouchers, cases, payouts, isPartial }
}

/** Who may not read orders learns nothing of their shoppers either. */
function withoutShopper(terms: SearchTerms): SearchTerms {
  return { ...terms, email: null, emailBeginning: null, phone: null, name: [] }
}

/** Those that were found themselves, then those of the orders. */
async function vouchersOf(
  container: MedusaContainer,
  found: Found[],
  orders: Found[],
): Promise<Hit<VoucherRow>[]> {
  const service = pagoEfectivo(container)
  const take = LIMITS.maxSearchHits
  const [own, ofOrders] = await Promise.all([
    found.length ? service.listVouchers({ id: found.map(({ id }) => id) }, { take }) : [],
    orders.length
      ? service.listVouchers(
          { order_id: orders.map(({ id }) => id) },
          { take, order: { id: "DESC" } },
        )
      : [],
  ])
  const hits = new Map<string, Hit<VoucherRow>>()
  for (const { id, by } of found) {
    const row = own.find((one) => one.id === id)
    if (row) hits.set(id, { row, by })
  }
  for (const row of ofOrders) {
    const order = orders.find(({ id }) => id === row.order_id)
    if (order && !hits.has(row.id)) hits.set(row.id, { row, by: order.by })
  }
  return [...hits.values()].slice(0, take)
}

/** Open ones first. */
async function casesOf(
  container: MedusaContainer,
  { id, amountCentimos }: SearchTerms,
  { vouchers, orders, payouts }: Pick<FoundRows, "vouchers" | "orders" | "payouts">,
): Promise<Hit<CaseRow>[]> {
  const subjects = new Map<string, SearchMeaning>([
    ...payouts.map(({ payout_id, by }) => [payout_id, by] as const),
    ...orders.map((order) => [order.id, order.by] as const),
    ...vouchers.map(({ row, by }) => [row.id, by] as const),
  ])
  const conditions = [
    ...(id === null ? [] : [{ id }]),
    ...(vouchers.length ? [{ voucher_id: vouchers.map(({ row }) => row.id) }] : []),
    ...(orders.length ? [{ order_id: orders.map((order) => order.id) }] : []),
    ...(payouts.length ? [{ payout_id: payouts.map(({ payout_id }) => payout_id) }] : []),
    ...(amountCentimos === null || amountCentimos > MAX_CASE_CENTIMOS
      ? []
      : [{ status: CASE_STATUSES, amount_at_risk_centimos: amountCentimos }]),
  ]
  if (conditions.length === 0) return []
  const rows = await pagoEfectivo(container).listCases(
    { $or: conditions },
    { take: LIMITS.maxSearchHits, order: { opened_at: "DESC", id: "DESC" } },
  )
  const hits = rows.map((row) => ({ row, by: meaningOf(row, subjects, id) }))
  return [...hits.filter(isOpen), ...hits.filter((hit) => !isOpen(hit))]
}

function isOpen({ row }: Hit<CaseRow>): boolean {
  return row.status === "open"
}

function meaningOf(
  row: CaseRow,
  subjects: Map<string, SearchMeaning>,
  id: string | null,
): SearchMeaning {
  if (row.id === id) return "id"
  const about = [row.voucher_id, row.order_id, row.payout_id]
  return about.flatMap((subject) => subjects.get(subject ?? "") ?? [])[0] ?? "amount"
}
