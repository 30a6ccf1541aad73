import { randomBytes } from "node:crypto"
import type { Context } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { IssuedVoucher } from "../../../gateways/gateway"
import { MODULE_LIMITS as LIMITS } from "../limits"
import { lockRow, type ModuleData } from "../module-data"
import type { AttemptRow, VoucherRow } from "../types"
import { answerCompleted } from "./decisions"
import { nextCheckAt } from "./polling-schedule"
import { addLine } from "./change-voucher"
import { transactionCode } from "./transaction-code"

export interface AttemptStart {
  providerId: string
  paymentSessionId: string
  cartId: string | null
  amountCentimos: number
  currencyCode: string
  /** The gateway gives the same code again for the same transaction code and amount. */
  mayRepeatLost?: boolean
  /** The last transaction code is used up: take the next one. */
  afresh?: boolean
}

export interface StartedAttempt {
  attempt: AttemptRow
  /** Its transaction code has been sent to the gateway before. */
  isRepeat: boolean
}

/** Asking for a code: each attempt is recorded before the gateway is called, and how it ended. */
export class Attempts {
  constructor(private readonly data: ModuleData) {}

  /**
   * Records that a code is about to be asked for.
   * @throws MedusaError (not_allowed) when the session has used up its attempts.
   */
  start(start: AttemptStart): Promise<StartedAttempt> {
    return this.data.inTransaction(async (context) => {
      const [last] = await this.data.listAttempts(
        { payment_session_id: start.paymentSessionId },
        { order: { number: "DESC" }, take: 1 },
        context,
      )
      if (last && !start.afresh && mayRestart(last, start)) {
        return { attempt: await this.restart(last, start, context), isRepeat: true }
      }
      return {
        attempt: await this.create(start, (last?.number ?? 0) + 1, context),
        isRepeat: false,
      }
    })
  }

  /** The gateway gave no code: refused (`rejected`), or no answer came (`lost`). */
  async end(
    attemptId: string,
    status: "rejected" | "lost",
    error: { code: string; message: string },
  ): Promise<void> {
    await this.data.updateAttempts({
      id: attemptId,
      status,
      finished_at: new Date(),
      error_code: error.code,
      error_message: error.message.slice(0, LIMITS.maxErrorLength),
    })
  }

  /**
   * Keeps an issued code, also one that was only found out later from a notice. Safe to call twice.
   */
  recordIssued(
    attempt: AttemptRow,
    issued: IssuedVoucher,
    payerFirstName: string | null,
  ): Promise<VoucherRow> {
    return this.data.inTransaction(async (context) => {
      // The gateway's answer and a notice of its payment may come at the same time.
      await lockRow(context, "pagoefectivo_attempt", attempt.id)
      const [known] = await this.data.listVouchers(
        { transaction_code: attempt.transaction_code },
        { take: 1 },
        context,
      )
      if (!known) return this.createVoucher(attempt, issued, payerFirstName, context)
      const change = answerCompleted(issued, payerFirstName)(known, new Date())
      return change ? this.data.updateVouchers({ id: known.id, ...change.set }, context) : known
    })
  }

  private async create(start: AttemptStart, number: number, context: Context): Promise<AttemptRow> {
    if (number > LIMITS.maxAttemptsPerSession) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Payment session ${start.paymentSessionId} has asked for ${LIMITS.maxAttemptsPerSession} codes, the most allowed. Start a new payment session.`,
      )
    }
    return this.data.createAttempts(
      {
        provider_id: start.providerId,
        payment_session_id: start.paymentSessionId,
        cart_id: start.cartId,
        number,
        transaction_code: transactionCode(start.paymentSessionId, number),
        amount_centimos: start.amountCentimos,
        currency_code: start.currencyCode,
        started_at: new Date(),
      },
      context,
    )
  }

  /** Asks once more under the same transaction code. */
  private restart(
    attempt: AttemptRow,
    { amountCentimos, currencyCode }: AttemptStart,
    context: Context,
  ): Promise<AttemptRow> {
    return this.data.updateAttempts(
      {
        id: attempt.id,
        status: "started",
        amount_centimos: amountCentimos,
        currency_code: currencyCode,
        started_at: new Date(),
        finished_at: null,
        error_code: null,
        error_message: null,
      },
      context,
    )
  }

  private async createVoucher(
    attempt: AttemptRow,
    issued: IssuedVoucher,
    payerFirstName: string | null,
    context: Context,
  ): Promise<VoucherRow> {
    const now = new Date()
    const fresh = {
      status: "waiting" as const,
      issued_at: now,
      expires_at: issued.expiresAt,
      paid_at: null,
      closed_at: null,
      reversed_at: null,
      checked_at: null,
      held_at: null,
    }
    const voucher = await this.data.createVouchers(
      {
        ...fresh,
        token: randomBytes(24).toString("base64url"),
        provider_id: attempt.provider_id,
        payment_session_id: attempt.payment_session_id,
        cart_id: attempt.cart_id,
        attempt: attempt.number,
        transaction_code: attempt.transaction_code,
        cip: issued.cip,
        gateway_id: issued.gatewayId,
        url: issued.url,
        amount_centimos: attempt.amount_centimos,
        currency_code: attempt.currency_code,
        payer_first_name: payerFirstName,
        next_check_at: nextCheckAt(fresh, now),
      },
      context,
    )
    await this.data.updateAttempts(
      { id: attempt.id, status: "issued", finished_at: now, voucher_id: voucher.id },
      context,
    )
    await addLine(
      this.data,
      voucher.id,
      { kind: "issued", actor: "system", data: { attempt: attempt.number } },
      context,
    )
    return voucher
  }
}

/** A clear refusal left no code behind, so its transaction code is still free. */
function mayRestart(last: AttemptRow, start: AttemptStart): boolean {
  if (last.status === "rejected") return true
  const same =
    last.amount_centimos === start.amountCentimos && last.currency_code === start.currencyCode
  return last.status === "lost" && same && start.mayRepeatLost === true
}
