import type { MedusaContainer } from "@medusajs/framework/types"
import { closingRequested, type Actor, type VoucherRow } from "../../modules/pagoefectivo"
import { isPayable } from "../../modules/pagoefectivo/vouchers/voucher-state"
import { pagoEfectivo } from "../container"
import { closeVoucher } from "../vouchers/close-voucher"
import { refused } from "../../errors/refusal"

/**
 * Makes every code of an order unpayable, by the gateway's word, before a person decides what becomes
 * of the order. The order stays as it is.
 * @returns its newest code; null for an order that never had one
 * @throws MedusaError (not_allowed) when a code turned out to be paid, or the gateway gave no clear
 *   answer: the closing is tried again by itself then.
 */
export async function closeCodesOfOrder(
  container: MedusaContainer,
  orderId: string,
  actor: Actor,
): Promise<VoucherRow | null> {
  const service = pagoEfectivo(container)
  const codes = await service.listVouchers({ order_id: orderId }, { order: { issued_at: "DESC" } })
  const [newest] = codes
  for (const code of codes) {
    if (!isPayable(code) && !code.closing_reason) continue
    await service.changeVoucher(code.id, closingRequested("admin", actor))
    const closing = await closeVoucher(container, code.id)
    if (closing === "paid") throw refused("code_paid_meanwhile", { cip: code.cip })
    if (closing === "postponed") {
      throw refused("code_not_closed_yet", { cip: code.cip })
    }
  }
  return newest ? service.retrieveVoucher(newest.id) : null
}

/** The same for an order that has a code. @throws MedusaError (not_found) too, for one that has none. */
export async function closeKnownCodes(
  container: MedusaContainer,
  orderId: string,
  actor: Actor,
): Promise<VoucherRow> {
  const newest = await closeCodesOfOrder(container, orderId, actor)
  if (newest) return newest
  throw refused("order_has_no_code", { id: orderId })
}
