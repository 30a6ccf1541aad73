import type { GatewayVoucherState } from "../gateway"

/** A state without facts: the code is not known there, or nothing clear was said about it. */
export function emptyState(
  gatewayId: string,
  status: "not_found" | "unknown",
  rawStatus: string | null = null,
): GatewayVoucherState {
  return {
    gatewayId,
    status,
    rawStatus,
    transactionCode: null,
    money: null,
    createdAt: null,
    expiresAt: null,
    paidAt: null,
    removedAt: null,
  }
}
