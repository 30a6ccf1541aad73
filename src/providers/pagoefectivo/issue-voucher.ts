import { MedusaError } from "@medusajs/framework/utils"
import { GatewayError } from "../../gateways/errors"
import type { PaymentGateway } from "../../gateways/gateway"
import type { AttemptRow, PagoEfectivoModuleService, VoucherRow } from "../../modules/pagoefectivo"
import { messageOf } from "../../workflows/error-message"
import type { PayableAmount } from "./amount"
import type { PurchaseSource } from "./purchase-source"

interface IssueInput {
  service: PagoEfectivoModuleService
  gateway: PaymentGateway
  providerId: string
  sessionId: string
  payable: PayableAmount
  purchase: PurchaseSource
}

const HOUR_MS = 3_600_000
/** On top of the gateway's own time limit: writing the answer down takes a moment too. */
const ISSUE_MARGIN_MS = 10_000

/**
 * Asks the gateway for a code. The attempt is written down before the call: PagoEfectivo's create
 * call is neither repeatable nor searchable, so an attempt without an answer is abandoned, and the
 * next one gets another transaction code. A payment of either still belongs to this session. A
 * gateway whose call is idempotent is asked again under the same transaction code instead.
 *
 * @throws GatewayError, or MedusaError when another attempt of this session is still under way.
 */
export async function issueVoucher(input: IssueInput): Promise<VoucherRow> {
  const { service, gateway, payable, purchase } = input
  requireEmail(purchase)
  await abandonSilentAttempts(input)
  const attempt = await service.startAttempt({
    providerId: input.providerId,
    paymentSessionId: input.sessionId,
    cartId: purchase.cartId,
    amountCentimos: payable.centimos,
    currencyCode: payable.currency.toLowerCase(),
    mayRepeatLost: gateway.capabilities.idempotentIssue,
  })
  const { voucherHours, shopName } = service.options
  try {
    const issued = await gateway.issue({
      transactionCode: attempt.transaction_code,
      money: { amount: payable.amount, currency: payable.currency },
      expiresAt: new Date(Date.now() + voucherHours * HOUR_MS),
      payer: purchase.payer,
      concept: shopName ?? purchase.shopName ?? "Compra en línea",
    })
    return await service.recordIssued(attempt, issued, purchase.payer.firstName ?? null)
  } catch (error) {
    await endAttempt(service, attempt, error)
    throw error
  }
}

async function endAttempt(
  service: PagoEfectivoModuleService,
  attempt: AttemptRow,
  error: unknown,
): Promise<void> {
  // Anything but the gateway's clear refusal may have left a code behind.
  const refused = error instanceof GatewayError && !error.mayHaveSucceeded
  await service.endAttempt(attempt.id, refused ? "rejected" : "lost", {
    code: error instanceof GatewayError ? error.code : "unexpected",
    message: messageOf(error),
  })
}

/** A process died between the call and its answer: that attempt's code, if any, is unknown. */
async function abandonSilentAttempts({ service, gateway, sessionId }: IssueInput): Promise<void> {
  const open = await service.listAttempts({ payment_session_id: sessionId, status: "started" })
  for (const attempt of open) {
    const age = Date.now() - new Date(attempt.started_at).getTime()
    if (age < gateway.issueTimeoutMs + ISSUE_MARGIN_MS) {
      throw new MedusaError(
        MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
        "A payment code is being issued for this purchase right now. Try again in a few seconds.",
        "issue_in_progress",
      )
    }
    await service.endAttempt(attempt.id, "lost", {
      code: "interrupted",
      message: "The process ended before the gateway's answer was written down.",
    })
  }
}

function requireEmail({ payer }: PurchaseSource): void {
  if (/^[^\s@]+@[^\s@]+$/.test(payer.email)) return
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    payer.email
      ? "PagoEfectivo needs the shopper's e-mail address; the cart's is not a valid one."
      : "PagoEfectivo needs the shopper's e-mail address; the cart has none.",
  )
}
