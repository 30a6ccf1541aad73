import { MedusaError } from "@medusajs/framework/utils"
import { GatewayError } from "../../gateways/errors"
import type { PaymentGateway } from "../../gateways/gateway"
import type { PagoEfectivoModuleService, VoucherRow } from "../../modules/pagoefectivo"
import { formatCentimos } from "../../peru/centimos"
import { referenceOf } from "../../modules/pagoefectivo/vouchers/at-gateway"
import { roundToCentimos } from "../../peru/rounding"

interface RefundInput {
  service: PagoEfectivoModuleService
  gateway: PaymentGateway
  voucher: VoucherRow
  /** Decimal text. */
  amount: string
  /** The platform's refund id: the same refund asked for twice is one. */
  idempotencyKey: string
}

/** What a payment's data tells about its refunds. */
export interface RefundsView {
  method: "bank_transfer" | "gateway"
  /** Decimal text, of all refunds of this payment. */
  total: string
  note?: string
}

/**
 * Gives money back: through the gateway where it can, otherwise as a bank transfer that the merchant
 * has to make. The amount is set aside in the books first, so that all refunds together never exceed
 * what was paid, whatever dies in between.
 * @throws MedusaError (not_allowed) when more would go back than was paid, or the gateway refuses.
 */
export async function refundVoucher(input: RefundInput): Promise<RefundsView> {
  const { service, gateway, voucher, amount, idempotencyKey } = input
  const byGateway = gateway.refund !== undefined
  await service.refunds.record(voucher.id, {
    idempotencyKey,
    amount,
    status: byGateway ? "in_process" : "to_transfer",
  })
  if (byGateway) await refundAtGateway(input)
  const refunds = await service.listRefunds({
    voucher_id: voucher.id,
    status: { $ne: "rejected" },
  })
  const total = formatCentimos(refunds.reduce((sum, refund) => sum + refund.amount_centimos, 0))
  if (byGateway) return { method: "gateway", total }
  return {
    method: "bank_transfer",
    total,
    note: "PagoEfectivo has no refund call: this goes back by bank transfer. Whether it was made, and under which number, is on the order's widget.",
  }
}

/** A lost answer leaves the refund in process: asked for again, it is the same refund. */
async function refundAtGateway(input: RefundInput): Promise<void> {
  const { service, gateway, voucher, amount, idempotencyKey } = input
  try {
    const result = await gateway.refund?.({
      ...referenceOf(voucher),
      money: {
        amount: formatCentimos(roundToCentimos(amount)),
        currency: voucher.currency_code === "usd" ? "USD" : "PEN",
      },
      idempotencyKey,
    })
    if (!result) return
    await service.refunds.end(idempotencyKey, result.status, result.refundId)
    if (result.status === "rejected") {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The gateway refused the refund${result.reason ? `: ${result.reason}` : ""}.`,
      )
    }
  } catch (error) {
    if (error instanceof GatewayError && !error.mayHaveSucceeded) {
      await service.refunds.end(idempotencyKey, "rejected", null)
    }
    throw refundProblem(error)
  }
}

/** What a person can do about it; unlike a shopper's, a merchant's message may say all. */
function refundProblem(error: unknown): unknown {
  if (!(error instanceof GatewayError)) return error
  const [type, advice] = error.mayHaveSucceeded
    ? [
        MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
        " It may have been made all the same, and is kept as in process: look at the payment there before repeating it.",
      ]
    : [MedusaError.Types.NOT_ALLOWED, ""]
  return new MedusaError(type, `${error.message}${advice} [${error.code}]`, error.code)
}
