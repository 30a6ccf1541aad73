import type { VoidOutcome } from "../../../gateways/gateway"
import type { PagoEfectivoModuleService } from "../service"
import type { VoucherRow } from "../types"

/**
 * Makes a code unpayable at the gateway and keeps what the gateway said. `unknown` leaves the
 * closing task open for a later try; the caller must take the code as still payable.
 */
export async function voidAtGateway(
  service: PagoEfectivoModuleService,
  voucher: VoucherRow,
): Promise<{ outcome: VoidOutcome["outcome"]; voucher: VoucherRow; reason: string | null }> {
  const result = await service.gatewayFor(voucher.provider_id).void({
    gatewayId: voucher.gateway_id,
    cip: voucher.cip,
    transactionCode: voucher.transaction_code,
  })
  if (result.outcome === "unknown") {
    await service.postponeClosing(voucher, result.reason)
    return { outcome: "unknown", voucher, reason: result.reason }
  }
  if (result.outcome === "paid") {
    const { voucher: paid } = await service.recordGatewayState(voucher.id, result.state)
    return { outcome: "paid", voucher: paid, reason: null }
  }
  return { outcome: "voided", voucher: await service.recordClosed(voucher.id), reason: null }
}
