import type { GatewayVoucherState, IssuedVoucher } from "../../../gateways/gateway"

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
