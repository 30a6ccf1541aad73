import { GatewayError } from "../../gateways/errors"
import type { GatewayVoucherState, PaymentGateway } from "../../gateways/gateway"
import type { AttemptRow, PagoEfectivoModuleService, VoucherRow } from "../../modules/pagoefectivo"
import { issuedFromState } from "../../modules/pagoefectivo/vouchers/at-gateway"
import { messageOf } from "../../errors/message-of"
import { paymentDeadline } from "../../peru/payment-deadline"
import type { PayableAmount } from "./amount"
import { problemCodeOf } from "./gateway-problem"
import type { PurchaseSource } from "./purchase-source"
import { shopperProblem } from "./shopper-problem"

interface IssueInput {
  service: PagoEfectivoModuleService
  gateway: PaymentGateway
  providerId: string
  sessionId: string
  payable: PayableAmount
  purchase: PurchaseSource
}

/** On top of the gateway's own time limit: writing the answer down takes a moment too. */
const ISSUE_MARGIN_MS = 10_000

/**
 * Asks the gateway for a code. The attempt is written down before the call. PagoEfectivo's own create
 * call is neither repeatable nor searchable, so an attempt without an answer is abandoned, and the
 * next one gets another transaction code; a payment of either still belongs to this session. A
 * gateway whose call is idempotent is asked again under the same transaction code, after a search for
 * the code that the lost answer may have told of.
 *
 * @throws GatewayError, or MedusaError when another attempt of this session is still under way.
 */
export async function issueVoucher(input: IssueInput): Promise<VoucherRow> {
  const { service, gateway, payable, purchase } = input
  requireEmail(purchase)
  await abandonSilentAttempts(input)
  const start = {
    providerId: input.providerId,
    paymentSessionId: input.sessionId,
    cartId: purchase.cartId,
    amountCentimos: payable.centimos,
    currencyCode: payable.currency.toLowerCase(),
    mayRepeatLost: gateway.capabilities.idempotentIssue,
  }
  const { attempt, isRepeat } = await service.attempts.start(start)
  const earlier = isRepeat ? await findEarlier(input, attempt) : null
  if (earlier === null) return ask(input, attempt)
  if (isUsable(earlier, payable)) {
    const issued = issuedFromState(earlier, attempt.transaction_code)
    return service.attempts.recordIssued(attempt, issued, purchase.payer.firstName ?? null)
  }
  await service.attempts.end(attempt.id, "rejected", {
    code: "code_used_up",
    message: `The gateway has a code of this reference that can't be used (${earlier.status}).`,
  })
  return ask(input, (await service.attempts.start({ ...start, afresh: true })).attempt)
}

async function ask(input: IssueInput, attempt: AttemptRow): Promise<VoucherRow> {
  const { service, gateway, payable, purchase } = input
  const { voucherHours, voucherDeadline, shopName } = service.options
  try {
    const issued = await gateway.issue({
      transactionCode: attempt.transaction_code,
      money: { amount: payable.amount, currency: payable.currency },
      expiresAt: new Date(paymentDeadline(Date.now(), voucherHours, voucherDeadline)),
      payer: purchase.payer,
      concept: shopName ?? purchase.shopName ?? "Compra en línea",
    })
    return await service.attempts.recordIssued(attempt, issued, purchase.payer.firstName ?? null)
  } catch (error) {
    await endAttempt(service, attempt, error)
    throw error
  }
}

/**
 * The newest code that the gateway has under an attempt's transaction code.
 * @throws GatewayError; what the attempt left behind stays unknown then.
 */
async function findEarlier(
  { service, gateway }: IssueInput,
  attempt: AttemptRow,
): Promise<GatewayVoucherState | null> {
  if (!gateway.findByTransactionCode) return null
  try {
    const [newest = null] = await gateway.findByTransactionCode(attempt.transaction_code)
    return newest
  } catch (error) {
    await service.attempts.end(attempt.id, "lost", problemOf(error))
    throw error
  }
}

/** Payable or paid, over exactly this amount; it can also be shown to a shopper. */
function isUsable({ status, money, cip }: GatewayVoucherState, payable: PayableAmount): boolean {
  return (
    (status === "waiting" || status === "paid") &&
    Boolean(cip) &&
    money?.amount === payable.amount &&
    money.currency === payable.currency
  )
}

async function endAttempt(
  service: PagoEfectivoModuleService,
  attempt: AttemptRow,
  error: unknown,
): Promise<void> {
  // Anything but the gateway's clear refusal may have left a code behind.
  const refused = error instanceof GatewayError && !error.mayHaveSucceeded
  await service.attempts.end(attempt.id, refused ? "rejected" : "lost", problemOf(error))
}

function problemOf(error: unknown): { code: string; message: string } {
  return {
    code: error instanceof GatewayError ? problemCodeOf(error) : "unexpected",
    message: messageOf(error),
  }
}

/** A process died between the call and its answer: that attempt's code, if any, is unknown. */
async function abandonSilentAttempts({ service, gateway, sessionId }: IssueInput): Promise<void> {
  const open = await service.listAttempts({ payment_session_id: sessionId, status: "started" })
  for (const attempt of open) {
    const age = Date.now() - new Date(attempt.started_at).getTime()
    if (age < gateway.issueTimeoutMs + ISSUE_MARGIN_MS) {
      throw shopperProblem(
        "issue_in_progress",
        "A payment code is being issued for this purchase right now. Try again in a few seconds.",
      )
    }
    await service.attempts.end(attempt.id, "lost", {
      code: "interrupted",
      message: "The process ended before the gateway's answer was written down.",
    })
  }
}

function requireEmail({ payer }: PurchaseSource): void {
  if (/^[^\s@]+@[^\s@]+$/.test(payer.email)) return
  throw shopperProblem(
    "email_required",
    payer.email
      ? "PagoEfectivo needs the shopper's e-mail address; the cart's is not a valid one."
      : "PagoEfectivo needs the shopper's e-mail address; the cart has none.",
    "invalid_data",
  )
}
