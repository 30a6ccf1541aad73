import type { GatewayVoucherState } from "../../../../gateways/gateway"
import { NO_CLOSING_TASK } from "../voucher-state"
import type { VoucherRow } from "../../types"

export const ISSUED_AT = new Date("2026-10-10T12:00:00.000Z")
export const EXPIRES_AT = new Date("2026-10-11T12:00:00.000Z")

/** A code over S/ 69.90 that waits for a day. */
export function voucherRow(changes: Partial<VoucherRow> = {}): VoucherRow {
  return {
    id: "pevou_1",
    cip: "2523136",
    gateway_id: "2523136",
    status: "waiting",
    amount_centimos: 6990,
    currency_code: "pen",
    issued_at: ISSUED_AT,
    expires_at: EXPIRES_AT,
    paid_at: null,
    paid_centimos: null,
    paid_currency_code: null,
    captured_at: null,
    closed_at: null,
    reversed_at: null,
    checked_at: null,
    gateway_status: null,
    next_check_at: null,
    ...NO_CLOSING_TASK,
    ...changes,
  } as VoucherRow
}

export function gatewayState(changes: Partial<GatewayVoucherState> = {}): GatewayVoucherState {
  return {
    gatewayId: "2523136",
    status: "waiting",
    rawStatus: null,
    transactionCode: null,
    money: null,
    createdAt: null,
    expiresAt: null,
    paidAt: null,
    removedAt: null,
    ...changes,
  }
}
