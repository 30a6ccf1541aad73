import {
  checkSoon,
  type PagoEfectivoModuleService,
  type VoucherRow,
} from "../../modules/pagoefectivo"
import { checkAtGateway } from "../../modules/pagoefectivo/vouchers/at-gateway"
import { isPayable } from "../../modules/pagoefectivo/vouchers/voucher-state"
import { gatewayProblem } from "./gateway-problem"

/**
 * A session's vouchers with what the gateway says now; it is asked unless one is known to be paid.
 * What is found paid is due for polling at once: that books it in the plugin's own books, or opens a
 * case.
 * @throws MedusaError when the gateway gave no clear answer; nothing is changed then.
 */
export async function checkVouchers(
  service: PagoEfectivoModuleService,
  vouchers: VoucherRow[],
): Promise<VoucherRow[]> {
  if (vouchers.some(({ status }) => status === "paid")) return vouchers
  try {
    return await Promise.all(vouchers.map((voucher) => checkVoucher(service, voucher)))
  } catch (error) {
    throw gatewayProblem(error)
  }
}

async function checkVoucher(
  service: PagoEfectivoModuleService,
  voucher: VoucherRow,
): Promise<VoucherRow> {
  if (!isPayable(voucher)) return voucher
  const checked = await checkAtGateway(service, voucher)
  if (checked.status !== "paid") return checked
  return (await service.changeVoucher(voucher.id, checkSoon)).voucher
}
