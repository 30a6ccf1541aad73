import type {
  GatewayVoucherState,
  IssuedVoucher,
  VoidOutcome,
  VoucherReference,
} from "../../../gateways/gateway"
import { GatewayBadAnswerError } from "../../../gateways/errors"
import type { ChangeOptions, PagoEfectivoModuleService } from "../service"
import type { VoucherRow } from "../types"
import { closedAtGateway, closingPostponed, gatewayAnswered } from "./decisions"

/** What the gateway knows a voucher by. */
export function referenceOf(
  voucher: Pick<VoucherRow, "gateway_id" | "cip" | "transaction_code">,
): VoucherReference {
  return {
    gatewayId: voucher.gateway_id,
    cip: voucher.cip,
    transactionCode: voucher.transaction_code,
  }
}

/** A code as its answer would have told of it, from what the gateway says about it later. */
export function issuedFromState(
  state: GatewayVoucherState,
  transactionCode: string,
): IssuedVoucher {
  return {
    gatewayId: state.gatewayId,
    cip: state.cip ?? state.gatewayId,
    transactionCode,
    money: state.money ?? { amount: "0.00", currency: "PEN" },
    expiresAt: state.expiresAt ?? new Date(),
    url: state.url ?? null,
  }
}

/**
 * Asks the gateway about one code and keeps its answer.
 * @throws GatewayError when there was no clear answer; nothing is changed then.
 */
export async function checkAtGateway(
  service: PagoEfectivoModuleService,
  voucher: VoucherRow,
): Promise<VoucherRow> {
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

/**
 * Makes a code unpayable at the gateway and keeps what the gateway said. `unknown` leaves the
 * closing task open for a later try; the caller must take the code as still payable.
 */
export async function voidAtGateway(
  service: PagoEfectivoModuleService,
  voucher: VoucherRow,
  options: ChangeOptions = {},
): Promise<{ outcome: VoidOutcome["outcome"]; voucher: VoucherRow; reason: string | null }> {
  const gateway = service.gatewayFor(voucher.provider_id)
  const result = await gateway.void(referenceOf(voucher))
  if (result.outcome === "unknown") {
    await service.changeVoucher(voucher.id, closingPostponed(result.reason))
    return { outcome: "unknown", voucher, reason: result.reason }
  }
  if (result.outcome === "paid") {
    const paid = gatewayAnswered(result.state, gateway.capabilities)
    const { voucher: changed } = await service.changeVoucher(voucher.id, paid, options)
    return { outcome: "paid", voucher: changed, reason: null }
  }
  const closed = await service.changeVoucher(voucher.id, closedAtGateway, options)
  return { outcome: "voided", voucher: closed.voucher, reason: null }
}
