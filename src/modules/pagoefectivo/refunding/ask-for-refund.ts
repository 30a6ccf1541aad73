import { MedusaError } from "@medusajs/framework/utils"
import { GatewayError } from "../../../gateways/errors"
import type { PaymentGateway } from "../../../gateways/gateway"
import { formatCentimos } from "../../../peru/centimos"
import { MODULE_LIMITS as LIMITS } from "../limits"
import type { PagoEfectivoModuleService } from "../service"
import type { RefundRow, VoucherRow } from "../types"
import { referenceOf } from "../vouchers/at-gateway"
import { checkSoon } from "../vouchers/decisions"
import { refused, withReason } from "../../../errors/refusal"

export interface RefundInput {
  service: PagoEfectivoModuleService
  gateway: PaymentGateway
  voucher: VoucherRow
  /** Decimal text. */
  amount: string
  /** The platform's refund id: the same refund asked for twice is one. */
  idempotencyKey: string
}

export interface RefundTry {
  /** All that was paid is given back with it. */
  takesRest: boolean
  /** It was asked for before, and nobody knows what became of that. */
  isRepeat: boolean
}

/**
 * Asks the gateway for a recorded refund, under the refund's own key. When the answers are lost, the
 * gateway's list of refunds decides; what it does not decide stays in process.
 * @throws MedusaError with what a person can do about it.
 */
export async function askForRefund(
  input: RefundInput,
  refund: RefundRow,
  tried: RefundTry,
): Promise<void> {
  const { service, gateway, voucher } = input
  try {
    const result = await gateway.refund?.({
      ...referenceOf(voucher),
      money: {
        amount: formatCentimos(refund.amount_centimos),
        currency: refund.currency_code === "usd" ? "USD" : "PEN",
      },
      takesRest: tried.takesRest,
      idempotencyKey: refund.idempotency_key,
    })
    if (!result) return
    await service.refunds.end(refund.idempotency_key, result.status, result.refundId)
    if (result.status === "rejected") {
      const { reason } = result
      throw reason ? refused("refund_refused_because", { reason }) : refused("refund_refused")
    }
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    const fate = await fateOf(input, refund, tried, error)
    if (fate === "made") return
    if (fate === "not_made") await service.refunds.end(refund.idempotency_key, "rejected", null)
    else await service.changeVoucher(voucher.id, checkSoon)
    throw refundProblem(error, fate)
  }
}

type Fate = "made" | "not_made" | "unknown"

/** What became of a refund that was not answered with yes. */
async function fateOf(
  input: RefundInput,
  refund: RefundRow,
  { isRepeat }: RefundTry,
  error: GatewayError,
): Promise<Fate> {
  if (!isRepeat && !error.mayHaveSucceeded) return "not_made"
  const listed = await lookUpRefund(input, refund)
  if (listed !== "none") return listed
  if (error.mayHaveSucceeded || error.operation !== "refund") return "unknown"
  // "Not found" may be said of the key, or of a request that is still under way.
  return error.code === "voucher_not_found" && isFresh(refund) ? "unknown" : "not_made"
}

/** Whether the gateway lists it. @returns `unknown` where the list could not be had. */
export async function lookUpRefund(
  { service, gateway, voucher }: RefundInput,
  { id }: RefundRow,
): Promise<Fate | "none"> {
  try {
    const listed = await gateway.listRefunds?.(referenceOf(voucher))
    if (!listed) return "unknown"
    await service.lostRefunds.match(voucher, listed)
  } catch (error) {
    if (error instanceof GatewayError) return "unknown"
    throw error
  }
  const { reference, status } = await service.retrieveRefund(id)
  if (status === "rejected") return "not_made"
  return reference === null && status === "in_process" ? "none" : "made"
}

/** Whether a request of it may still be under way. */
export function isFresh({ created_at }: RefundRow): boolean {
  return Date.now() - new Date(created_at).getTime() < LIMITS.refundUnderWayMs
}

/** What a person can do about it; unlike a shopper's, a merchant's message may say all. */
function refundProblem(error: GatewayError, fate: Fate): MedusaError {
  const said = error.gatewayMessage ? ` The gateway says: "${error.gatewayMessage}".` : ""
  const [type, advice] =
    fate === "unknown"
      ? [
          MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
          " It may have been made all the same, and is kept as in process. Ask for the same amount again: it stays one refund.",
        ]
      : [MedusaError.Types.NOT_ALLOWED, ""]
  const message = `${error.message}${said}${advice} [${error.code}]`
  const code = fate === "unknown" ? "refund_unsure" : error.code
  return withReason(new MedusaError(type, message, error.code), { code, values: {} })
}
