import type { PagoEfectivoModuleService, VoucherRow } from "../../modules/pagoefectivo"
import { lookAtGateway } from "../../modules/pagoefectivo/vouchers/at-gateway"
import { isPayable } from "../../modules/pagoefectivo/vouchers/voucher-state"
import { gatewayProblem } from "./gateway-problem"

/**
 * A session's vouchers with what the gateway says now; it is asked unless one is known to be paid.
 * @throws MedusaError when the gateway gave no clear answer; nothing is changed then.
 */
export async function askAbout(
  service: PagoEfectivoModuleService,
  vouchers: VoucherRow[],
): Promise<VoucherRow[]> {
  if (vouchers.some(({ status }) => status === "paid")) return vouchers
  const ask = async (voucher: VoucherRow) =>
    isPayable(voucher) ? lookAtGateway(service, voucher) : voucher
  try {
    return await Promise.all(vouchers.map(ask))
  } catch (error) {
    throw gatewayProblem(error)
  }
}
