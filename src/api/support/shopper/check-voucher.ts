import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GatewayError } from "../../../gateways/errors"
import type { VoucherRow } from "../../../modules/pagoefectivo"
import { pagoEfectivo } from "../../../workflows/container"
import { checkVoucherOnDemand } from "../../../workflows/vouchers/check-voucher-on-demand"
import { messageOf } from "../../../errors/message-of"

/**
 * - `answered`: the gateway said how it is.
 * - `unknown`: it did not say; that is no "not paid".
 * - `too_many`: asked too often; nothing was asked.
 */
export type ShopperCheck =
  | { result: "answered"; voucher: VoucherRow }
  | { result: "unknown"; retryAfterSeconds: number }
  | { result: "too_many"; retryAfterSeconds: number }

const DEFAULT_RETRY_SECONDS = 30

/** "Ya pagué": asks the gateway now, within the rate limits. */
export async function answerShopperCheck(
  req: MedusaRequest,
  voucher: VoucherRow,
): Promise<ShopperCheck> {
  const slot = await pagoEfectivo(req.scope).rateLimits.takeCheck(voucher.token, req.ip)
  if (!slot.granted) return { result: "too_many", retryAfterSeconds: slot.retryAfterSeconds }
  try {
    const checked = await checkVoucherOnDemand(req.scope, voucher.id, null)
    return { result: "answered", voucher: checked.voucher }
  } catch (error) {
    req.scope
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `PagoEfectivo: voucher ${voucher.id} could not be checked for its shopper: ${messageOf(error)}`,
      )
    const asked = error instanceof GatewayError ? error.retryAfterMs : null
    return {
      result: "unknown",
      retryAfterSeconds: asked ? Math.ceil(asked / 1000) : DEFAULT_RETRY_SECONDS,
    }
  }
}
