import type { SessionData, VoucherStatus } from "./types"

/** An order as the store API answers it, with its payment sessions. */
export interface OrderWithSessions {
  payment_collections?:
    readonly { payment_sessions?: readonly { data?: unknown }[] | null }[] | null
}

/** Which of an order's vouchers a shopper wants to see, when there is more than one. */
const PREFERRED: readonly VoucherStatus[] = ["paid", "waiting"]

/**
 * The PagoEfectivo data of an order; `undefined` when it was paid in another way, or when it was read
 * without `*payment_collections.payment_sessions`.
 */
export function orderVoucher(order: OrderWithSessions): SessionData | undefined {
  const sessions = (order.payment_collections ?? []).flatMap((c) => c.payment_sessions ?? [])
  const found = sessions.map(({ data }) => data).filter(isSessionData)
  const preferred = PREFERRED.map((status) => found.find((data) => data.voucher.status === status))
  return preferred.find(Boolean) ?? found.at(-1)
}

function isSessionData(data: unknown): data is SessionData {
  const { voucher } = (data ?? {}) as { voucher?: Partial<SessionData["voucher"]> | null }
  return typeof voucher?.cip === "string" && typeof voucher.page_url === "string"
}
