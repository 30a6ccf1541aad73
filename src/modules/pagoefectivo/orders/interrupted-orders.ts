import { MODULE_LIMITS as LIMITS } from "../limits"
import type { SqlConnection } from "../sql/connection"

/** Of an order `o`: it stands, and waits for what comes next. */
const STANDS = `o.status = 'pending' AND o.canceled_at IS NULL AND o.deleted_at IS NULL`

/**
 * Of an order `o`: nothing of it is fulfilled, and yet nothing is reserved for its items, although
 * their variants keep an inventory. That is what a cancellation leaves that died before its end.
 */
const STOCK_IS_BACK = `
  EXISTS (
    SELECT 1 FROM order_item i
    JOIN order_line_item l ON l.id = i.item_id
    JOIN product_variant variant ON variant.id = l.variant_id AND variant.manage_inventory
    WHERE i.order_id = o.id AND i.deleted_at IS NULL AND i.quantity > 0)
  AND NOT EXISTS (
    SELECT 1 FROM order_item i
    JOIN reservation_item r ON r.line_item_id = i.item_id AND r.deleted_at IS NULL
    WHERE i.order_id = o.id AND i.deleted_at IS NULL)
  AND NOT EXISTS (
    SELECT 1 FROM order_item i
    WHERE i.order_id = o.id AND i.deleted_at IS NULL AND i.fulfilled_quantity > 0)`

/**
 * Of an order `o`: a refund was booked by a cancellation, which names the payment where any other
 * refund names itself, and its change of the order never came to be. A second try of the cancellation
 * fails, and takes the stock back.
 */
const REFUNDED_BY_CANCELLATION = `
  EXISTS (
    SELECT 1 FROM order_transaction t JOIN payment p ON p.id = t.reference_id
    WHERE t.order_id = o.id AND t.reference = 'refund' AND t.deleted_at IS NULL)
  AND EXISTS (
    SELECT 1 FROM order_change c
    WHERE c.order_id = o.id AND c.change_type = 'credit_line' AND c.deleted_at IS NULL
      AND c.status IN ('pending', 'canceled'))`

export interface CancellationTraces {
  /** Its stock is back although nothing of it is fulfilled. */
  stockIsBack: boolean
  /** A cancellation has refunded money of it. */
  isRefunded: boolean
}

/** Orders that a process left half-way when it died, or two that worked at the same moment. */
export class InterruptedOrderStore {
  constructor(private readonly sql: SqlConnection) {}

  /** Ids of cancelled orders that still hold stock: the loser of two cancellations takes it back. */
  canceledWithStock(limit: number): Promise<string[]> {
    return this.ids(
      `SELECT DISTINCT o.id FROM reservation_item r
       JOIN order_item i ON i.item_id = r.line_item_id AND i.deleted_at IS NULL
       JOIN "order" o ON o.id = i.order_id AND o.status = 'canceled'
       WHERE r.deleted_at IS NULL AND EXISTS (
         SELECT 1 FROM pagoefectivo_voucher v WHERE v.order_id = o.id AND v.deleted_at IS NULL)
       LIMIT :limit`,
      { limit },
    )
  }

  /** Ids of standing orders with a credit-line change that is open since before an instant. */
  withOpenChange(before: Date, limit: number): Promise<string[]> {
    return this.ids(
      `SELECT DISTINCT o.id FROM order_change c
       JOIN "order" o ON o.id = c.order_id AND ${STANDS}
       WHERE c.status = 'pending' AND c.change_type = 'credit_line' AND c.deleted_at IS NULL
         AND c.created_at <= :before AND EXISTS (
           SELECT 1 FROM pagoefectivo_voucher v WHERE v.order_id = o.id AND v.deleted_at IS NULL)
       LIMIT :limit`,
      { before, limit },
    )
  }

  /** Ids of booked codes with a refund in a span of time whose order a cancellation left standing. */
  async refundedAndStanding(
    { from, before }: { from: Date; before: Date },
    limit: number,
  ): Promise<string[]> {
    return this.ids(
      `SELECT DISTINCT v.id FROM pagoefectivo_refund refund
       JOIN pagoefectivo_voucher v ON v.id = refund.voucher_id AND v.captured_at IS NOT NULL
       JOIN "order" o ON o.id = v.order_id AND ${STANDS}
       WHERE refund.created_at BETWEEN :from AND :before AND refund.deleted_at IS NULL
         AND refund.status <> 'rejected' AND ((${REFUNDED_BY_CANCELLATION}) OR (${STOCK_IS_BACK}))
       LIMIT :limit`,
      { from, before, limit },
    )
  }

  /** Ids of codes booked within the last hours, with a capture that stands twice in their order's books. */
  bookedTwice(limit: number): Promise<string[]> {
    return this.ids(
      `SELECT DISTINCT v.id FROM pagoefectivo_voucher v
       JOIN order_transaction t
         ON t.order_id = v.order_id AND t.reference = 'capture' AND t.deleted_at IS NULL
       WHERE v.captured_at > now() - make_interval(hours => :hours) AND v.deleted_at IS NULL
       GROUP BY v.id, t.reference_id HAVING count(*) > 1
       LIMIT :limit`,
      { hours: LIMITS.bookedTwiceLookBackHours, limit },
    )
  }

  /** What a cancellation has left of an order that still stands. */
  async tracesOn(orderId: string): Promise<CancellationTraces> {
    const { rows } = await this.sql.raw<{ rows: CancellationTraces[] }>(
      `SELECT ${STOCK_IS_BACK} AS "stockIsBack", ${REFUNDED_BY_CANCELLATION} AS "isRefunded"
       FROM "order" o WHERE o.id = ? AND ${STANDS}`,
      [orderId],
    )
    return rows[0] ?? { stockIsBack: false, isRefunded: false }
  }

  private async ids(query: string, values: Record<string, unknown>): Promise<string[]> {
    const { rows } = await this.sql.raw<{ rows: { id: string }[] }>(query, values as never)
    return rows.map(({ id }) => id)
  }
}
