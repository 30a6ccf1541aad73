import type { MedusaContainer } from "@medusajs/framework/types"
import { GatewayBadAnswerError } from "../../gateways/errors"
import { gatewayAnswered, type VoucherRow } from "../../modules/pagoefectivo"
import { referenceOf } from "../../modules/pagoefectivo/vouchers/at-gateway"
import { pagoEfectivo } from "../container"

/**
 * Asks the gateway about one voucher and keeps its answer.
 * @throws GatewayError when there was no clear answer; nothing is changed then.
 */
export async function checkVoucher(
  container: MedusaContainer,
  voucher: VoucherRow,
): Promise<VoucherRow> {
  const service = pagoEfectivo(container)
  const gateway = service.gatewayFor(voucher.provider_id)
  const [state] = await gateway.retrieve([referenceOf(voucher)])
  if (!state) {
    throw new GatewayBadAnswerError(
      "The gateway answered nothing for the code that was asked about",
    )
  }
  const answered = gatewayAnswered(state, gateway.capabilities)
  return (await service.changeVoucher(voucher.id, answered)).voucher
}
