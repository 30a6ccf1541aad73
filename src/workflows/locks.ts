import type { MedusaContainer } from "@medusajs/framework/types"
import { messageOf } from "../errors/message-of"
import type { VoucherRow } from "../modules/pagoefectivo"
import { pagoEfectivo } from "./container"
import { WORKFLOW_LIMITS as LIMITS } from "./limits"

/**
 * Runs `job` alone among everything that moves money or stock of the same purchase (confirm,
 * expire, close), on all instances of the store.
 */
export function withPurchaseLock<T>(
  container: MedusaContainer,
  voucher: Pick<VoucherRow, "cart_id" | "payment_session_id">,
  job: () => Promise<T>,
): Promise<T> {
  const key = `pagoefectivo:purchase:${voucher.cart_id ?? voucher.payment_session_id}`
  return pagoEfectivo(container).leases.hold(key, LIMITS.purchaseLockWaitSeconds, job)
}

/**
 * Whether a lock was not to be had: somebody else holds it. Also one of Medusa's own workflows, whose
 * providers (memory, PostgreSQL, Redis) know this failure by its words only, and have two of them; any
 * other time-out is a real failure.
 */
export function isLockTimeout(error: unknown): boolean {
  return /timed?[- ]?out acquiring lock|failed to acquire lock for key/i.test(messageOf(error))
}
