import { setTimeout as pause } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GatewayError } from "../../gateways/errors"
import type { GatewayVoucherState } from "../../gateways/gateway"
import { gatewayAnswered, type VoucherRow } from "../../modules/pagoefectivo"
import { referenceOf } from "../../modules/pagoefectivo/vouchers/at-gateway"
import { applyGatewayState, isPayable } from "../../modules/pagoefectivo/vouchers/voucher-state"
import { closeWhatIsNotOwed } from "./close-what-is-not-owed"
import { confirmPayment } from "../payments/confirm-payment"
import { reviewGatewayMoney } from "../payments/review-gateway-money"
import { pagoEfectivo } from "../container"
import { messageOf } from "../../errors/message-of"
import { reviewPaidVoucher } from "../orders/handle-canceled-order"
import { WORKFLOW_LIMITS as LIMITS } from "../limits"
import { untilFailing } from "../until-failing"

export interface PollingResult extends Record<string, unknown> {
  asked: number
  /** Payments that no notice had announced. */
  found_paid: number
  failures: number
  /** True when the run ended early because the gateway did not answer. */
  stopped: boolean
}

/**
 * Asks the gateway about vouchers whose time has come, most urgent first: notices do get lost, and
 * some merchants never register a working address. Bounded in number and rate; it stops when the
 * gateway fails several times in a row.
 */
export async function pollVouchers(container: MedusaContainer): Promise<PollingResult> {
  const service = pagoEfectivo(container)
  const result: PollingResult = { asked: 0, found_paid: 0, failures: 0, stopped: false }
  if (!service.options.polling.enabled) return result
  const due = await service.listVouchers(
    { next_check_at: { $lte: new Date() } },
    { order: { next_check_at: "ASC" }, take: service.options.polling.batchSize },
  )
  const allAsked = await untilFailing(chunksByProvider(due), async (chunk) => {
    const answered = await pollChunk(container, chunk, result)
    await pause(1000 / LIMITS.pollingCallsPerSecond)
    return answered
  })
  return { ...result, stopped: !allAsked }
}

async function pollChunk(
  container: MedusaContainer,
  vouchers: VoucherRow[],
  result: PollingResult,
): Promise<boolean> {
  const service = pagoEfectivo(container)
  const providerId = vouchers[0]?.provider_id ?? ""
  try {
    const states = await service.gatewayFor(providerId).retrieve(vouchers.map(referenceOf))
    for (const [index, voucher] of vouchers.entries()) {
      const state = states[index]
      if (state) await takeOver(container, voucher, state, result)
      result.asked++
    }
    return true
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    result.failures++
    return false
  }
}

/** Nothing new is only noted; anything new is confirmed under the purchase's lock. */
async function takeOver(
  container: MedusaContainer,
  voucher: VoucherRow,
  state: GatewayVoucherState,
  result: PollingResult,
): Promise<void> {
  const service = pagoEfectivo(container)
  const { capabilities } = service.gatewayFor(voucher.provider_id)
  const { transition } = applyGatewayState(voucher, state, capabilities, new Date())
  const unbooked = state.status === "paid" && !voucher.captured_at
  if (!transition && !unbooked) {
    const answered = gatewayAnswered(state, capabilities)
    const { voucher: seen } = await service.changeVoucher(voucher.id, answered)
    if (isPayable(seen)) await closeWhatIsNotOwed(container, seen)
    else if (seen.status === "paid") {
      await reviewPaidVoucher(container, seen)
      await reviewGatewayMoney(container, seen)
    }
    return
  }
  if (transition === "paid" && !(await wasAnnounced(container, voucher))) {
    result.found_paid++
    await service.note(voucher.id, { kind: "found_by_polling", actor: "system" })
  }
  try {
    await confirmPayment(container, voucher.id)
  } catch (error) {
    // One voucher's trouble must not keep the others from being asked about.
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`PagoEfectivo: voucher ${voucher.id} could not be confirmed yet: ${messageOf(error)}`)
  }
}

async function wasAnnounced(container: MedusaContainer, voucher: VoucherRow): Promise<boolean> {
  const [notice] = await pagoEfectivo(container).listNotices(
    { provider_id: voucher.provider_id, gateway_id: voucher.gateway_id },
    { take: 1, select: ["id"] },
  )
  return notice !== undefined
}

function chunksByProvider(vouchers: VoucherRow[]): VoucherRow[][] {
  const byProvider = new Map<string, VoucherRow[]>()
  for (const voucher of vouchers) {
    const list = byProvider.get(voucher.provider_id) ?? []
    byProvider.set(voucher.provider_id, [...list, voucher])
  }
  return [...byProvider.values()].flatMap((list) =>
    Array.from({ length: Math.ceil(list.length / LIMITS.pollingChunk) }, (_, i) =>
      list.slice(i * LIMITS.pollingChunk, (i + 1) * LIMITS.pollingChunk),
    ),
  )
}
