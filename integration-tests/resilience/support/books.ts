import type { Sandbox, SandboxVoucher } from "../../../src/sandbox"
import type { TestDatabase } from "../../support/database"

export interface VoucherFacts {
  id: string
  cip: string
  status: string
  payment_session_id: string
  order_id: string | null
  order_canceled: boolean
  amount_centimos: number
  captured: boolean
  closed: boolean
  closing_reason: string | null
  closing_last_error: string | null
  /** Reason and detail. */
  open_cases: string[]
  /** False once another method was chosen, or a later code took its place. */
  has_session: boolean
}

export interface SessionFacts {
  payments: number
  captures: number
  /** Order transactions of this session's captures. */
  transactions: number
  captured_centimos: number
  refunds: number
}

export interface OrderFacts {
  id: string
  canceled: boolean
  reservations: number
  /** Sum of the order's transactions, refunds deducted. */
  booked_centimos: number
  paid_total_centimos: number
  /** Total less credit lines and what is paid; below zero when more was paid. */
  owed_centimos: number
}

/** Everything that the store has written down, and what really happened at the gateway. */
export interface Books {
  vouchers: VoucherFacts[]
  sessions: Map<string, SessionFacts>
  orders: Map<string, OrderFacts>
  /** Transaction codes of attempts whose answer never came, or which are still under way. */
  silentAttempts: Set<string>
  atGateway: SandboxVoucher[]
}

export async function readBooks(database: TestDatabase, sandbox: Sandbox): Promise<Books> {
  const [vouchers, sessions, orders, attempts] = await Promise.all([
    database.query<VoucherFacts>(VOUCHERS),
    database.query<SessionFacts & { id: string }>(SESSIONS),
    database.query<OrderFacts>(ORDERS),
    database.query<{ transaction_code: string }>(
      `SELECT transaction_code FROM pagoefectivo_attempt WHERE status IN ('started', 'lost')`,
    ),
  ])
  return {
    vouchers,
    sessions: new Map(sessions.map((session) => [session.id, session])),
    orders: new Map(orders.map((order) => [order.id, order])),
    silentAttempts: new Set(attempts.map(({ transaction_code }) => transaction_code)),
    atGateway: sandbox.vouchers(),
  }
}

const VOUCHERS = `
  SELECT v.id, v.cip, v.status, v.payment_session_id, v.amount_centimos, v.closing_reason, v.closing_last_error,
         coalesce(v.order_id, oc.order_id) AS order_id,
         coalesce(o.status = 'canceled', false) AS order_canceled,
         v.captured_at IS NOT NULL AS captured,
         v.closed_at IS NOT NULL AS closed,
         EXISTS (SELECT 1 FROM payment_session s
                  WHERE s.id = v.payment_session_id AND s.deleted_at IS NULL) AS has_session,
         ARRAY(SELECT concat_ws(' ', c.reason, c.detail) FROM pagoefectivo_case c
                WHERE c.voucher_id = v.id AND c.status = 'open') AS open_cases
    FROM pagoefectivo_voucher v
    LEFT JOIN order_cart oc ON oc.cart_id = v.cart_id
    LEFT JOIN "order" o ON o.id = coalesce(v.order_id, oc.order_id)`

const SESSIONS = `
  SELECT p.payment_session_id AS id,
         count(DISTINCT p.id)::int AS payments,
         count(DISTINCT c.id)::int AS captures,
         count(DISTINCT t.id)::int AS transactions,
         count(DISTINCT r.id)::int AS refunds,
         (SELECT coalesce(round(sum(amount) * 100), 0)::int FROM capture
           WHERE deleted_at IS NULL AND payment_id IN
             (SELECT id FROM payment WHERE payment_session_id = p.payment_session_id)
         ) AS captured_centimos
    FROM payment p
    LEFT JOIN capture c ON c.payment_id = p.id AND c.deleted_at IS NULL
    LEFT JOIN refund r ON r.payment_id = p.id AND r.deleted_at IS NULL
    LEFT JOIN order_transaction t
      ON t.reference = 'capture' AND t.reference_id = c.id AND t.deleted_at IS NULL
   WHERE p.deleted_at IS NULL
   GROUP BY p.payment_session_id`

const ORDERS = `
  SELECT o.id, o.status = 'canceled' AS canceled,
         (SELECT count(*)::int FROM reservation_item r JOIN order_item i ON i.item_id = r.line_item_id
           WHERE i.order_id = o.id AND r.deleted_at IS NULL) AS reservations,
         (SELECT coalesce(round(sum(t.amount) * 100), 0)::int FROM order_transaction t
           WHERE t.order_id = o.id AND t.deleted_at IS NULL) AS booked_centimos,
         (SELECT round(coalesce((s.totals->>'paid_total')::numeric, 0) * 100
                     - coalesce((s.totals->>'refunded_total')::numeric, 0) * 100)::int
            FROM order_summary s WHERE s.order_id = o.id AND s.version = o.version
             AND s.deleted_at IS NULL ORDER BY s.created_at DESC LIMIT 1) AS paid_total_centimos,
         (SELECT round(coalesce((s.totals->>'pending_difference')::numeric, 0) * 100)::int
            FROM order_summary s WHERE s.order_id = o.id AND s.version = o.version
             AND s.deleted_at IS NULL ORDER BY s.created_at DESC LIMIT 1) AS owed_centimos
    FROM "order" o
   WHERE o.deleted_at IS NULL`
