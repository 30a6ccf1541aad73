import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  CancelPaymentInput,
  CancelPaymentOutput,
  CapturePaymentInput,
  CapturePaymentOutput,
  DeletePaymentInput,
  DeletePaymentOutput,
  GetPaymentStatusInput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  ProviderWebhookPayload,
  RefundPaymentInput,
  RefundPaymentOutput,
  RetrievePaymentInput,
  RetrievePaymentOutput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import {
  AbstractPaymentProvider,
  BigNumber,
  MedusaError,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import { PROVIDER_ENTRY_ID, providerIdOf, resolveOptions, type OptionsInput } from "../../config"
import {
  closingRequested,
  orderPlaced,
  type PagoEfectivoModuleService,
  type VoucherRow,
} from "../../modules/pagoefectivo"
import { formatCentimos } from "../../peru/centimos"
import { refundVoucher } from "../../modules/pagoefectivo/refunding/refund-voucher"
import { voidAtGateway } from "../../modules/pagoefectivo/vouchers/at-gateway"
import { isPayable, paidInFull } from "../../modules/pagoefectivo/vouchers/voucher-state"
import { payableAmount, withinLimits } from "./amount"
import { checkVouchers } from "./check-vouchers"
import { requireFromCradle, type ProviderCradle } from "./cradle"
import { currentOrNewVoucher } from "./current-voucher"
import { gatewayProblem, gatewayProblemForLog } from "./gateway-problem"
import { mayBeBooked, orderOfSession } from "./order-of-session"
import { blankForeignFields, sessionData, type StoredSession } from "./session-data"
import { webhookAction } from "./webhook-action"

/** How long one completion waits for another of the same session. */
const ISSUE_LOCK_WAIT_SECONDS = 60

type Data = Record<string, unknown> | undefined

/**
 * The payment provider: Medusa's words on one side, the gateway's port on the other. It keeps
 * nothing in memory; the plugin's module holds the vouchers.
 */
export class PagoEfectivoProvider extends AbstractPaymentProvider<OptionsInput> {
  static override identifier = "pagoefectivo"

  /** @throws PagoEfectivoOptionsError: the start stops with the option's name and what is allowed. */
  static override validateOptions(options: OptionsInput): void {
    resolveOptions(options)
  }

  private readonly cradle: ProviderCradle
  private readonly providerId: string

  constructor(cradle: ProviderCradle, options?: OptionsInput) {
    super(cradle as never, options)
    this.cradle = cradle
    this.providerId = providerIdOf(options?.entry ?? PROVIDER_ENTRY_ID)
  }

  private get service(): PagoEfectivoModuleService {
    return requireFromCradle(this.cradle, "pagoefectivo")
  }

  /**
   * During a checkout nothing is asked of the gateway yet. What an order owes (a draft order, an edit,
   * another method before) has no completion to wait for: its code is issued at once.
   */
  async initiatePayment(input: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    const sessionId = sessionIdOf(input.context, input.data)
    const { amount, currency } = await this.payable(input)
    const order = await orderOfSession(requireFromCradle(this.cradle, "query"), sessionId)
    if (order) {
      const voucher = await this.issue(sessionId)
      await this.service.changeVoucher(voucher.id, orderPlaced(order.id))
      return {
        id: sessionId,
        ...this.answer(PaymentSessionStatus.PENDING_AUTHORIZATION, voucher),
      }
    }
    return {
      id: sessionId,
      status: PaymentSessionStatus.PENDING,
      data: {
        ...blankForeignFields(input.data),
        ...sessionData(
          { session_id: sessionId, amount, currency_code: currency },
          null,
          this.service.options,
        ),
      },
    }
  }

  async updatePayment(input: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    const sessionId = sessionIdOf(input.context, input.data)
    const { amount, currency } = await this.payable(input)
    return {
      data: {
        ...blankForeignFields(input.data),
        ...(await this.dataOf({ session_id: sessionId, amount, currency_code: currency })),
      },
    }
  }

  /**
   * First call (cart completion): issues the code and answers `pending_authorization`. Later calls
   * (the platform's, when money is reported; a person's "Check status"): `captured`, only if the
   * gateway confirmed payment, amount and currency. Once the code has its order, nothing is issued
   * here any more.
   */
  async authorizePayment(input: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const sessionId = sessionIdOf(input.context, input.data)
    const vouchers = await this.vouchersOf(sessionId)
    if (vouchers.some(({ order_id }) => order_id)) return this.checkStatus(sessionId, vouchers)
    const paid = vouchers.find(paidInFull)
    if (paid) return this.answer(PaymentSessionStatus.CAPTURED, paid)
    const voucher = await this.issue(sessionId)
    return this.answer(PaymentSessionStatus.PENDING_AUTHORIZATION, voucher)
  }

  /** What became of an order's code. */
  private async checkStatus(
    sessionId: string,
    known: VoucherRow[],
  ): Promise<AuthorizePaymentOutput> {
    const vouchers = await checkVouchers(this.service, known)
    const [newest] = vouchers
    const paid = vouchers.find(paidInFull)
    const query = requireFromCradle(this.cradle, "query")
    // Otherwise the money waits for a person: a case says why.
    return paid && (await mayBeBooked(query, paid))
      ? this.answer(PaymentSessionStatus.CAPTURED, paid)
      : this.answer(PaymentSessionStatus.PENDING_AUTHORIZATION, paid ?? (newest as VoucherRow))
  }

  private async issue(sessionId: string): Promise<VoucherRow> {
    try {
      return await this.service.leases.hold(
        `pagoefectivo:issue:${sessionId}`,
        ISSUE_LOCK_WAIT_SECONDS,
        () => currentOrNewVoucher(this.cradle, this.providerId, sessionId),
      )
    } catch (error) {
      const problem = gatewayProblemForLog(error, this.service.options)
      if (problem) requireFromCradle(this.cradle, "logger").warn(problem)
      throw gatewayProblem(error)
    }
  }

  /** Nothing to do: PagoEfectivo has no separate capture, the money is there when it is authorized. */
  async capturePayment(input: CapturePaymentInput): Promise<CapturePaymentOutput> {
    return { data: input.data }
  }

  /** Makes the code unpayable. A paid code stays as it is. */
  async cancelPayment(input: CancelPaymentInput): Promise<CancelPaymentOutput> {
    await this.closeVouchers(input.data)
    return { data: input.data }
  }

  /** The shopper chose another method: a code that was issued must close, and none follows it. */
  async deletePayment(input: DeletePaymentInput): Promise<DeletePaymentOutput> {
    await this.closeVouchers(input.data)
    return { data: input.data }
  }

  /** Through the gateway where it can; otherwise recorded as a bank transfer to be made. */
  async refundPayment(input: RefundPaymentInput): Promise<RefundPaymentOutput> {
    const voucher = await this.paidVoucher(input.data)
    const amount = new BigNumber(input.amount).bigNumber?.toFixed() ?? String(input.amount)
    const refunds = await refundVoucher({
      service: this.service,
      gateway: this.service.gatewayFor(voucher.provider_id),
      voucher,
      amount,
      idempotencyKey: input.context?.idempotency_key ?? `${voucher.id}:${amount}`,
    })
    return { data: { ...input.data, refunds } }
  }

  async retrievePayment(input: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    const data = input.data as StoredSession | undefined
    if (!data?.session_id) return { data: input.data }
    return { data: { ...input.data, ...(await this.dataOf(data)) } }
  }

  async getPaymentStatus(input: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    const vouchers = await this.vouchersOf(String((input.data as StoredSession)?.session_id ?? ""))
    return { status: statusOf(vouchers) }
  }

  /** See `webhookAction`. */
  async getWebhookActionAndData(
    payload: ProviderWebhookPayload["payload"],
  ): Promise<WebhookActionResult> {
    return webhookAction(this.service, this.providerId, payload)
  }

  private async payable(input: Pick<InitiatePaymentInput, "amount" | "currency_code">) {
    const { maximumAmount } = this.service.options
    const payable = payableAmount(input.amount, input.currency_code, maximumAmount)
    const gateway = this.service.gatewayFor(this.providerId)
    if (!gateway.amountLimits) return payable
    return withinLimits(payable, await gateway.amountLimits(payable.currency))
  }

  private async vouchersOf(sessionId: string): Promise<VoucherRow[]> {
    return this.service.listVouchers(
      { payment_session_id: sessionId },
      { order: { attempt: "DESC" } },
    )
  }

  private async paidVoucher(data: Data): Promise<VoucherRow> {
    const vouchers = await this.vouchersOf(String((data as StoredSession)?.session_id ?? ""))
    const paid = vouchers.find(({ captured_at }) => captured_at) ?? vouchers.find(paidInFull)
    if (paid) return paid
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "There is nothing to refund: none of this payment's PagoEfectivo codes has been paid.",
    )
  }

  /**
   * Opens a closing task for each payable code and voids it at once. The closing job ends the task,
   * with what follows for shop and shopper; what is unclear it tries again.
   */
  private async closeVouchers(data: Data): Promise<void> {
    const sessionId = (data as StoredSession | undefined)?.session_id
    if (!sessionId) return
    for (const voucher of (await this.vouchersOf(sessionId)).filter(isPayable)) {
      const withdrawn = closingRequested("session_deleted", "system")
      const { voucher: task } = await this.service.changeVoucher(voucher.id, withdrawn)
      await voidAtGateway(this.service, task)
    }
  }

  private async dataOf(base: {
    session_id: string
    amount: string
    currency_code: string
  }): Promise<StoredSession> {
    const vouchers = await this.vouchersOf(base.session_id)
    const shown = vouchers.find(({ status }) => status === "paid") ?? vouchers[0] ?? null
    return sessionData(base, shown, this.service.options)
  }

  private answer(status: PaymentSessionStatus, voucher: VoucherRow): AuthorizePaymentOutput {
    return {
      status,
      data: sessionData(
        {
          session_id: voucher.payment_session_id,
          amount: formatCentimos(voucher.amount_centimos),
          currency_code: voucher.currency_code,
        },
        voucher,
        this.service.options,
      ),
    }
  }
}

/** Medusa gives the session's id as the call's idempotency key, and keeps it in our own data. */
function sessionIdOf(context: { idempotency_key?: string } | undefined, data: Data): string {
  const own = (data as StoredSession | undefined)?.session_id
  const id = own ?? context?.idempotency_key
  if (typeof id === "string" && id) return id
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    "PagoEfectivo needs the payment session's id; neither the session's data nor the context has it.",
  )
}

function statusOf(vouchers: VoucherRow[]): PaymentSessionStatus {
  if (vouchers.some(paidInFull)) return PaymentSessionStatus.CAPTURED
  if (vouchers.some(isPayable)) return PaymentSessionStatus.PENDING_AUTHORIZATION
  return vouchers.length ? PaymentSessionStatus.CANCELED : PaymentSessionStatus.PENDING
}
