import type { MedusaContainer } from "@medusajs/framework/types"
import type { VoucherRow } from "../../modules/pagoefectivo"
import { isPayable } from "../../modules/pagoefectivo/vouchers/voucher-state"
import { checkAtGateway } from "../../modules/pagoefectivo/vouchers/at-gateway"
import { closeWhatIsNotOwed } from "../vouchers/close-what-is-not-owed"
import { pagoEfectivo } from "../container"
import { withPurchaseLock } from "../locks"
import { reportReversal } from "./report-reversal"
import { reviewGatewayMoney } from "./review-gateway-money"
import { recordPlatformBooking, settlePaidVoucher, type Settlement } from "./settle-paid-voucher"

/**
 * - `waiting`: not paid, as far as the gateway knows.
 * - `closed`: not paid, and it can't be paid any more.
 * - the others: see `Settlement` and `reportReversal`.
 */
export type Confirmation = "waiting" | "closed" | "reversed" | Settlement

/**
 * The one way by which money becomes an order's payment, whoever gave the hint (a notice, polling,
 * a person, the expiry, a settlement report): ask the gateway, keep its answer, and let the platform
 * capture when payment, amount and currency are confirmed and the order stands.
 *
 * It is no Medusa workflow with compensation on purpose: a capture must never be rolled back. It may
 * be repeated at any point instead; every step looks at what is already done.
 *
 * @throws GatewayError when the gateway gave no clear answer, or any error of the platform; the
 *   caller tries again later.
 */
export async function confirmPayment(
  container: MedusaContainer,
  voucherId: string,
): Promise<{ outcome: Confirmation; voucher: VoucherRow }> {
  const service = pagoEfectivo(container)
  const known = await service.retrieveVoucher(voucherId)
  return withPurchaseLock(container, known, async () => {
    const current = await service.retrieveVoucher(voucherId)
    await recordPlatformBooking(container, current)
    const voucher = await checkAtGateway(service, current)
    return { outcome: await settle(container, voucher), voucher }
  })
}

async function settle(container: MedusaContainer, voucher: VoucherRow): Promise<Confirmation> {
  if (voucher.status === "paid") {
    const settlement = await settlePaidVoucher(container, voucher)
    await reviewGatewayMoney(container, voucher)
    return settlement
  }
  if (voucher.status === "reversed") {
    await reportReversal(container, voucher)
    await reviewGatewayMoney(container, voucher)
    return "reversed"
  }
  if (!isPayable(voucher)) return "closed"
  await closeWhatIsNotOwed(container, voucher)
  return "waiting"
}
