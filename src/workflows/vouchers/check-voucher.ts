import type { MedusaContainer } from "@medusajs/framework/types"
import { GatewayBadAnswerError } from "../../gateways/errors"
import type { VoucherRow } from "../../modules/pagoefectivo"
import type { StateRecord } from "../../modules/pagoefectivo/service"
import { pagoEfectivo } from "../container"

/**
 * Asks the gateway about one voucher and keeps its answer.
 * @throws GatewayError when there was no clear answer; nothing is changed then.
 */
export async function checkVoucher(
  container: MedusaContainer,
  voucher: VoucherRow,
): Promise<StateRecord> {
  const service = pagoEfectivo(container)
  const [state] = await service.gatewayFor(voucher.provider_id).retrieve([
    {
      gatewayId: voucher.gateway_id,
      cip: voucher.cip,
      transactionCode: voucher.transaction_code,
    },
  ])
  if (!state) {
    throw new GatewayBadAnswerError(
      "The gateway answered nothing for the code that was asked about",
    )
  }
  return service.recordGatewayState(voucher.id, state)
}
