import type { SqlConnection } from "../sql/connection"
import { findOrders, type FoundOrders } from "./order-search"
import { findPayouts } from "./payout-search"
import type { Found, FoundPayout, SearchTerms } from "./search-terms"
import { findVouchers } from "./voucher-search"

/** Finds by what people know of a payment. Nothing here reads a table from one end to the other. */
export class SearchStore {
  constructor(private readonly sql: SqlConnection) {}

  vouchers(terms: SearchTerms, limit: number): Promise<Found[]> {
    return findVouchers(this.sql, terms, limit)
  }

  orders(terms: SearchTerms, bounds: { limit: number; recent: number }): Promise<FoundOrders> {
    return findOrders(this.sql, terms, bounds)
  }

  payouts(terms: SearchTerms, limit: number): Promise<FoundPayout[]> {
    return findPayouts(this.sql, terms, limit)
  }
}
