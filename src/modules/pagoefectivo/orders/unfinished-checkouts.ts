import type { SqlConnection } from "../sql/connection"
import { ulidAt } from "./ulid-at"

export interface UnfinishedCheckout {
  id: string
  display_id: number
  created_at: Date
  /** Whether it has its link to the cart. */
  is_linked: boolean
}

/** A span of time in which orders were placed. */
export interface PlacedSpan {
  from: Date
  before: Date
}

/** A cart `c` was to be paid with a code. */
const CHOSE_PAGOEFECTIVO = `
  EXISTS (
    SELECT 1 FROM cart_payment_collection cp
    JOIN payment_session s
      ON s.payment_collection_id = cp.payment_collection_id AND s.deleted_at IS NULL
    WHERE cp.cart_id = c.id AND cp.deleted_at IS NULL AND s.provider_id = ANY(:providers)
      AND s.created_at <= o.created_at)`

/**
 * A completion of a cart `c` made an order `o` and never ended. The platform keeps a record of each
 * completion for three days.
 */
const DIED_IN_COMPLETION = `
  EXISTS (
    SELECT 1 FROM workflow_execution w
    WHERE w.workflow_id = 'complete-cart' AND w.state IN ('not_started', 'invoking')
      AND w.context #>> '{data,payload,id}' = c.id AND w.deleted_at IS NULL
      AND w.created_at BETWEEN o.created_at - interval '2 minutes' AND o.created_at)`

/**
 * Orders that a completion has left that died before it issued a code: they stand, hold stock, have
 * no payment and no code, and nobody was told of them. The platform links an order to its cart after
 * it has made it; without the link the cart is known by the customer and by its completion.
 */
const UNFINISHED = `
  FROM "order" o
  WHERE o.id >= :firstId AND o.created_at BETWEEN :from AND :before
    AND o.status = 'pending' AND o.canceled_at IS NULL AND o.deleted_at IS NULL
    AND NOT o.is_draft_order
    AND NOT EXISTS (
      SELECT 1 FROM pagoefectivo_voucher v WHERE v.order_id = o.id AND v.deleted_at IS NULL)
    AND NOT EXISTS (
      SELECT 1 FROM order_payment_collection l
      JOIN payment p ON p.payment_collection_id = l.payment_collection_id AND p.deleted_at IS NULL
      WHERE l.order_id = o.id AND l.deleted_at IS NULL)
    AND NOT EXISTS (
      SELECT 1 FROM order_item i
      WHERE i.order_id = o.id AND i.deleted_at IS NULL AND i.fulfilled_quantity > 0)
    AND (
      EXISTS (
        SELECT 1 FROM order_cart oc JOIN cart c ON c.id = oc.cart_id
        WHERE oc.order_id = o.id AND oc.deleted_at IS NULL AND ${CHOSE_PAGOEFECTIVO}
          AND NOT EXISTS (
            SELECT 1 FROM pagoefectivo_voucher v WHERE v.cart_id = c.id AND v.deleted_at IS NULL))
      OR (
        NOT EXISTS (
          SELECT 1 FROM order_cart oc WHERE oc.order_id = o.id AND oc.deleted_at IS NULL)
        AND EXISTS (
          SELECT 1 FROM cart c
          WHERE c.customer_id = o.customer_id AND c.deleted_at IS NULL
            AND ${CHOSE_PAGOEFECTIVO} AND ${DIED_IN_COMPLETION})))`

export class UnfinishedCheckoutStore {
  constructor(private readonly sql: SqlConnection) {}

  /** Oldest first. `providers`: ids of the providers that issue codes. */
  async list(providers: string[], span: PlacedSpan, limit: number): Promise<UnfinishedCheckout[]> {
    const { rows } = await this.sql.raw<{ rows: UnfinishedCheckout[] }>(
      `SELECT o.id, o.display_id, o.created_at, EXISTS (
         SELECT 1 FROM order_cart oc WHERE oc.order_id = o.id AND oc.deleted_at IS NULL
       ) AS is_linked
       ${UNFINISHED} ORDER BY o.created_at LIMIT :limit`,
      { ...span, firstId: `order_${ulidAt(span.from)}`, providers, limit } as never,
    )
    return rows
  }
}
