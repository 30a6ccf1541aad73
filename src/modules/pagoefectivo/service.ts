import { randomBytes } from "node:crypto"
import type { Context, IEventBusModuleService, Logger } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  generateEntityId,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
  MedusaService,
  Modules,
} from "@medusajs/framework/utils"
import { resolveOptions, type OptionsInput, type PagoEfectivoOptions } from "../../config"
import { createGateway } from "../../gateways"
import type {
  GatewayVoucherState,
  IssuedVoucher,
  Money,
  PaymentGateway,
} from "../../gateways/gateway"
import { fromCentimos, toCentimos } from "./amounts"
import { nextTryAt } from "./sql/backoff"
import { ClosedPeriodError } from "./cases/closed-period"
import { ChargedFeeStore } from "./settlement/charged-fees"
import { Cases } from "./cases/cases"
import {
  closedDeposits,
  enterDeposits,
  type BankDeposit,
  type DepositOrigin,
  type TakenRows,
} from "./payouts/deposits"
import { listDueEmails, type DueEmail, type DueEmailKind } from "./vouchers/due-emails"
import { Announcer } from "./events/announcer"
import { EventOutbox, queueEvents } from "./events/outbox"
import { PagoEfectivoEvents, type PagoEfectivoEvent } from "./events/events"
import { ExchangeRateStore } from "./settlement/exchange-rates"
import { FactsStore } from "./reconciliation/facts"
import { ImportedTableStore } from "./settlement/imported-tables"
import { InboxStore, type IncomingNotice, type StoredNotice } from "./notices/inbox"
import { JobStateStore } from "./jobs/job-state"
import { MODULE_LIMITS as LIMITS } from "./limits"
import * as models from "./models"
import { nextCheckAt } from "./vouchers/polling-schedule"
import { PayoutChangeStore } from "./payouts/payout-changes"
import { PayoutStore } from "./payouts/payouts"
import { RunStore } from "./reconciliation/runs"
import { ScopeStore } from "./reconciliation/candidates"
import { SettlementStore } from "./settlement/import-rows"
import { SourceFileStore } from "./settlement/source-files"
import { UnsettledStore } from "./settlement/unsettled"
import type { SqlConnection } from "./sql/connection"
import { pendingMigrations } from "./sql/pending-migrations"
import type { Actor, AttemptRow, ClosingReason, NoticeRow, VoucherRow } from "./types"
import { transactionCode } from "./vouchers/transaction-code"
import { forgetPaidDays, VoucherDayStore } from "./vouchers/voucher-days"
import {
  applyGatewayState,
  closeVoucher,
  isPayable,
  NO_CLOSING_TASK,
  type VoucherTransition,
} from "./vouchers/voucher-state"

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

export interface StateRecord {
  voucher: VoucherRow
  transition: VoucherTransition
}

interface Cradle {
  [ContainerRegistrationKeys.PG_CONNECTION]: SqlConnection
  [ContainerRegistrationKeys.LOGGER]: Logger
  [Modules.EVENT_BUS]: IEventBusModuleService | undefined
}

/**
 * The plugin's data, and the gateways behind it. Every write that belongs together happens in one
 * transaction, with its line in the voucher's timeline.
 */
export class PagoEfectivoModuleService extends MedusaService({
  Attempt: models.Attempt,
  Case: models.Case,
  CaseEvent: models.CaseEvent,
  ClosedPeriod: models.ClosedPeriod,
  ImportedTable: models.ImportedTable,
  JobRun: models.JobRun,
  Notice: models.Notice,
  NoticeRejection: models.NoticeRejection,
  Payout: models.Payout,
  PayoutChange: models.PayoutChange,
  QuarantinedRow: models.QuarantinedRow,
  Reconciliation: models.Reconciliation,
  Refund: models.Refund,
  SettlementLine: models.SettlementLine,
  SettlementReport: models.SettlementReport,
  Voucher: models.Voucher,
  VoucherEvent: models.VoucherEvent,
}) {
  private readonly rawOptions: OptionsInput | undefined
  private resolvedOptions: PagoEfectivoOptions | undefined
  private readonly gateways = new Map<string, PaymentGateway>()
  private readonly sql: SqlConnection
  private readonly inbox: InboxStore
  /** Cases with their history. */
  readonly cases: Cases
  /** Reports and their lines. */
  readonly settlement: SettlementStore
  readonly payouts: PayoutStore
  readonly outbox: EventOutbox
  /** Tells the store what is stored in the outbox. */
  readonly announcer: Announcer
  readonly payoutChanges: PayoutChangeStore
  readonly importedTables: ImportedTableStore
  readonly exchangeRates: ExchangeRateStore
  readonly chargedFees: ChargedFeeStore
  readonly sourceFiles: SourceFileStore
  readonly jobState: JobStateStore
  /** Booked codes that no report has settled yet. */
  readonly unsettled: UnsettledStore
  /** What was issued and paid day by day. */
  readonly voucherDays: VoucherDayStore
  /** What reconciliation runs read and write. */
  readonly reconciliation: {
    runs: RunStore
    scope: ScopeStore
    facts: FactsStore
  }

  constructor(cradle: Cradle, options?: OptionsInput) {
    // eslint-disable-next-line prefer-rest-params -- the base class reads what Medusa passed
    super(...(arguments as unknown as [object]))
    this.sql = cradle[ContainerRegistrationKeys.PG_CONNECTION]
    this.rawOptions = options
    this.inbox = new InboxStore(this.sql)
    this.settlement = new SettlementStore(this.sql)
    this.outbox = new EventOutbox(this.sql)
    this.announcer = new Announcer(this.outbox, {
      bus: () => cradle[Modules.EVENT_BUS],
      logger: () => cradle[ContainerRegistrationKeys.LOGGER],
    })
    this.cases = new Cases(this.sql, this.announcer)
    this.payouts = new PayoutStore(this.sql)
    this.payoutChanges = new PayoutChangeStore(this.sql)
    this.importedTables = new ImportedTableStore(this.sql)
    this.exchangeRates = new ExchangeRateStore(this.sql)
    this.chargedFees = new ChargedFeeStore(this.sql)
    this.sourceFiles = new SourceFileStore(this.sql)
    this.jobState = new JobStateStore(this.sql)
    this.unsettled = new UnsettledStore(this.sql)
    this.voucherDays = new VoucherDayStore(this.sql)
    this.reconciliation = {
      runs: new RunStore(this.sql, LIMITS.staleRunSeconds),
      scope: new ScopeStore(this.sql),
      facts: new FactsStore(this.sql),
    }
  }

  /** @throws PagoEfectivoOptionsError */
  get options(): PagoEfectivoOptions {
    this.resolvedOptions ??= resolveOptions(this.rawOptions)
    return this.resolvedOptions
  }

  /**
   * The gateway behind a payment provider.
   * @throws MedusaError (not_found) when the options name no such provider (any more).
   */
  gatewayFor(providerId: string): PaymentGateway {
    const known = this.gateways.get(providerId)
    if (known) return known
    const entry = this.options.entries.find((candidate) => candidate.providerId === providerId)
    if (!entry) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `No PagoEfectivo provider ${providerId} is configured; known: ${this.options.entries.map((e) => e.providerId).join(", ")}.`,
      )
    }
    const gateway = createGateway(entry.gateway)
    this.gateways.set(providerId, gateway)
    return gateway
  }

  /**
   * Writes down that a code is about to be asked for.
   * @throws MedusaError (conflict) when another attempt of the session is under way or the session
   *   has used up its attempts.
   */
  @InjectTransactionManager()
  async startAttempt(
    start: AttemptStart,
    @MedusaContext() context: Context = {},
  ): Promise<StartedAttempt> {
    const earlier = await this.listAttempts(
      { payment_session_id: start.paymentSessionId },
      { order: { number: "DESC" }, take: 1 },
      context,
    )
    const [last] = earlier
    if (last && !start.afresh && mayRestart(last, start)) {
      return { attempt: await this.restartAttempt(last, start, context), isRepeat: true }
    }
    const number = (last?.number ?? 0) + 1
    if (number > LIMITS.maxAttemptsPerSession) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Payment session ${start.paymentSessionId} has asked for ${LIMITS.maxAttemptsPerSession} codes, the most allowed. Start a new payment session.`,
      )
    }
    const attempt = await this.createAttempts(
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
    return { attempt, isRepeat: false }
  }

  /** Asks once more under the same transaction code. */
  @InjectTransactionManager()
  async restartAttempt(
    attempt: AttemptRow,
    { amountCentimos, currencyCode }: Pick<AttemptStart, "amountCentimos" | "currencyCode">,
    @MedusaContext() context: Context = {},
  ): Promise<AttemptRow> {
    return this.updateAttempts(
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

  /** The gateway gave no code: refused (`rejected`), or no answer came (`lost`). */
  async endAttempt(
    attemptId: string,
    status: "rejected" | "lost",
    error: { code: string; message: string },
  ): Promise<void> {
    await this.updateAttempts({
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
  @InjectTransactionManager()
  async recordIssued(
    attempt: AttemptRow,
    issued: IssuedVoucher,
    payerFirstName: string | null,
    @MedusaContext() context: Context = {},
  ): Promise<VoucherRow> {
    // The gateway's answer and a notice of its payment may come at the same time.
    await this.lockRow("pagoefectivo_attempt", attempt.id, context)
    const [known] = await this.listVouchers(
      { transaction_code: attempt.transaction_code },
      { take: 1 },
      context,
    )
    if (known) return this.completeAdopted(known, issued, payerFirstName, context)
    const now = new Date()
    const fresh = {
      status: "waiting" as const,
      issued_at: now,
      expires_at: issued.expiresAt,
      paid_at: null,
      closed_at: null,
      checked_at: null,
    }
    const voucher = await this.createVouchers(
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
    await this.updateAttempts(
      { id: attempt.id, status: "issued", finished_at: now, voucher_id: voucher.id },
      context,
    )
    await this.note(voucher.id, "issued", "system", { attempt: attempt.number }, context)
    return voucher
  }

  /** Takes over what the gateway says about a voucher, as the state machine decides. */
  @InjectTransactionManager()
  async recordGatewayState(
    voucherId: string,
    state: GatewayVoucherState,
    @MedusaContext() context: Context = {},
  ): Promise<StateRecord> {
    await this.lockRow("pagoefectivo_voucher", voucherId, context)
    const voucher = await this.retrieveVoucher(voucherId, {}, context)
    const { capabilities } = this.gatewayFor(voucher.provider_id)
    const { changes, transition } = applyGatewayState(voucher, state, capabilities, new Date())
    const updated = await this.updateVouchers({ id: voucherId, ...changes }, context)
    if (changes.paid_at) {
      const moments = [voucher.paid_at, changes.paid_at].filter((moment) => moment !== null)
      await forgetPaidDays(transactionOf(context), moments)
    }
    if (transition) {
      await this.note(
        voucherId,
        transition,
        "gateway",
        {
          gateway_status: state.rawStatus ?? state.status,
          status: updated.status,
          ...(state.money && { amount: state.money.amount, currency: state.money.currency }),
        },
        context,
      )
    }
    if (updated.status !== voucher.status) await this.queueVoided(updated, context)
    if (state.refunded) await this.confirmRefunds(voucher, state.refunded, context)
    return { voucher: updated, transition }
  }

  /** The gateway has confirmed that the code can't be paid any more. Safe to call twice. */
  @InjectTransactionManager()
  async recordClosed(
    voucherId: string,
    @MedusaContext() context: Context = {},
  ): Promise<VoucherRow> {
    await this.lockRow("pagoefectivo_voucher", voucherId, context)
    const voucher = await this.retrieveVoucher(voucherId, {}, context)
    const now = new Date()
    const { changes, transition } = closeVoucher(voucher, now)
    if (!transition) return voucher
    const next_check_at = nextCheckAt({ ...voucher, ...changes }, now)
    const updated = await this.updateVouchers({ id: voucherId, ...changes, next_check_at }, context)
    await this.note(voucherId, "closed", "gateway", { status: updated.status }, context)
    if (updated.status !== voucher.status) await this.queueVoided(updated, context)
    return updated
  }

  /**
   * The deadline has passed: the voucher closes for the shopper. The code may still be paid at the
   * gateway until it is voided. False when it was no longer waiting.
   */
  @InjectTransactionManager()
  async recordDeadline(
    voucherId: string,
    @MedusaContext() context: Context = {},
  ): Promise<boolean> {
    await this.lockRow("pagoefectivo_voucher", voucherId, context)
    const voucher = await this.retrieveVoucher(voucherId, {}, context)
    if (voucher.status !== "waiting") return false
    const now = new Date()
    await this.updateVouchers(
      { id: voucherId, status: "expired", expiry_announced_at: now },
      context,
    )
    await this.note(voucherId, "expired", "system", null, context)
    await this.queueEvent(PagoEfectivoEvents.VOUCHER_EXPIRED, voucherId, context)
    return true
  }

  /** The order of this voucher is placed. A code that still waits is announced. */
  @InjectTransactionManager()
  async recordOrder(
    voucherId: string,
    orderId: string,
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    const voucher = await this.updateVouchers({ id: voucherId, order_id: orderId }, context)
    if (voucher.status !== "waiting") return
    await this.queueEvent(PagoEfectivoEvents.VOUCHER_ISSUED, voucherId, context)
  }

  /** The shopper is reminded of the deadline. */
  @InjectTransactionManager()
  async recordReminder(
    voucherId: string,
    at: Date,
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await this.updateVouchers({ id: voucherId, reminded_at: at }, context)
    await this.queueEvent(PagoEfectivoEvents.VOUCHER_EXPIRING, voucherId, context)
  }

  /** The store has booked the money of this voucher. */
  @InjectTransactionManager()
  async recordCaptured(
    voucherId: string,
    @MedusaContext() context: Context = {},
  ): Promise<boolean> {
    await this.lockRow("pagoefectivo_voucher", voucherId, context)
    const voucher = await this.retrieveVoucher(voucherId, {}, context)
    if (voucher.captured_at) return false
    await this.updateVouchers(
      { id: voucherId, captured_at: new Date(), ...NO_CLOSING_TASK },
      context,
    )
    await this.note(voucherId, "captured", "system", null, context)
    await this.queueEvent(PagoEfectivoEvents.VOUCHER_PAID, voucherId, context)
    return true
  }

  /**
   * Opens the task of making a code unpayable. It stays open until the gateway has confirmed.
   * An open task keeps its first reason, so that an expiry is not turned into something else.
   */
  @InjectTransactionManager()
  async requestClosing(
    voucherId: string,
    reason: ClosingReason,
    actor: Actor,
    @MedusaContext() context: Context = {},
  ): Promise<VoucherRow> {
    await this.lockRow("pagoefectivo_voucher", voucherId, context)
    const voucher = await this.retrieveVoucher(voucherId, {}, context)
    // A code that the gateway let expire by itself still has an order to cancel.
    const isDue = reason === "deadline" && voucher.status === "expired"
    if (voucher.closing_reason || !(isPayable(voucher) || isDue)) return voucher
    const now = new Date()
    const updated = await this.updateVouchers(
      {
        id: voucherId,
        closing_reason: reason,
        closing_since: now,
        closing_tries: 0,
        closing_next_try_at: now,
        closing_last_error: null,
      },
      context,
    )
    await this.note(voucherId, "closing_requested", actor, { reason }, context)
    return updated
  }

  /** The closing task is done: nothing about it is left to do. */
  async endClosing(voucherId: string, reason: ClosingReason | null): Promise<void> {
    await this.updateVouchers({
      id: voucherId,
      ...NO_CLOSING_TASK,
      ...(reason === "deadline" && { deadline_followed_at: new Date() }),
    })
  }

  /** No clear answer: the task stays open and is tried again later. */
  async postponeClosing(voucher: VoucherRow, problem: string): Promise<void> {
    const tries = voucher.closing_tries + 1
    await this.updateVouchers({
      id: voucher.id,
      closing_tries: tries,
      closing_next_try_at: nextTryAt(new Date(), tries, {
        firstSeconds: LIMITS.closingBackoffFirstSeconds,
        maxSeconds: LIMITS.closingBackoffMaxSeconds,
      }),
      closing_last_error: problem.slice(0, LIMITS.maxErrorLength),
    })
  }

  /** Adds a line to a voucher's timeline. */
  async note(
    voucherId: string,
    kind: string,
    actor: Actor,
    data: Record<string, unknown> | null = null,
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await this.createVoucherEvents(
      { voucher_id: voucherId, kind, actor, at: new Date(), data },
      context,
    )
  }

  /** Names of the plugin's migrations that this database has not had yet. */
  pendingMigrations(): Promise<string[]> {
    return pendingMigrations(this.sql)
  }

  /**
   * Whether the store can send on a channel. Medusa's query does not know notification providers, and
   * asking the Notification Module to send would leave a failed notification behind.
   */
  async hasNotificationProvider(channel: string): Promise<boolean> {
    const { rows } = await this.sql.raw<{ rows: unknown[] }>(
      "SELECT 1 FROM notification_provider WHERE is_enabled AND ? = ANY (channels) LIMIT 1",
      [channel],
    )
    return rows.length > 0
  }

  /**
   * Enters one deposit by hand; see `enterDeposits`.
   * @throws ClosedPeriodError when it replaces one of closed days and nobody says why.
   */
  enterDeposit(deposit: BankDeposit, origin: DepositOrigin): Promise<TakenRows> {
    return this.sql.transaction(async (trx) => {
      const closed = origin.note?.trim() ? [] : await closedDeposits(trx, [deposit])
      if (closed.length > 0) throw new ClosedPeriodError(`payout ${deposit.payoutId}`)
      return enterDeposits(trx, [deposit], origin)
    })
  }

  /** Mails that should be out by now; see `due-emails.ts`. */
  listDueEmails(kinds: DueEmailKind[], hours: number, batch: number): Promise<DueEmail[]> {
    return listDueEmails(this.sql, kinds, hours, batch)
  }

  /** Writes a notice to the inbox; the same bytes again only count. */
  storeNotice(notice: IncomingNotice): Promise<StoredNotice> {
    return this.inbox.store(notice)
  }

  /** Deletes one batch of notices that were received before `before`; see `InboxStore`. */
  purgeNotices(before: Date, batch: number): Promise<number> {
    return this.inbox.purge(before, batch)
  }

  /** Counts a refused notice. */
  countRejection(providerId: string, reason: string, at: Date): Promise<void> {
    return this.inbox.countRejection(providerId, reason, at)
  }

  /** A try of a notice failed: again later, or given up when the tries are used up. */
  async postponeNotice(notice: NoticeRow, problem: string): Promise<NoticeRow> {
    const tries = notice.tries + 1
    const givenUp = tries >= LIMITS.maxNoticeTries
    return this.updateNotices({
      id: notice.id,
      tries,
      status: givenUp ? "failed" : "received",
      next_try_at: givenUp
        ? null
        : nextTryAt(new Date(), tries, {
            firstSeconds: LIMITS.noticeBackoffFirstSeconds,
            maxSeconds: LIMITS.noticeBackoffMaxSeconds,
          }),
      last_error: problem.slice(0, LIMITS.maxErrorLength),
    })
  }

  async endNotice(
    notice: NoticeRow,
    end: { status: "processed" | "ignored"; outcome: string; voucherId: string | null },
  ): Promise<NoticeRow> {
    return this.updateNotices({
      id: notice.id,
      status: end.status,
      outcome: end.outcome,
      voucher_id: end.voucherId,
      tries: notice.tries + 1,
      processed_at: new Date(),
      next_try_at: null,
      last_error: null,
    })
  }

  /** Remembers how a scheduled job's last run went. */
  async recordJobRun(
    name: string,
    run: { startedAt: Date; result: Record<string, unknown> | null; error: string | null },
  ): Promise<void> {
    await this.sql.raw(
      `INSERT INTO pagoefectivo_job_run (id, name, started_at, finished_at, last_error, result)
       VALUES (?, ?, ?, now(), ?, ?)
       ON CONFLICT (name) WHERE deleted_at IS NULL DO UPDATE
         SET started_at = EXCLUDED.started_at, finished_at = EXCLUDED.finished_at,
             last_error = EXCLUDED.last_error, result = EXCLUDED.result, updated_at = now()`,
      [
        generateEntityId("", "pejob"),
        name,
        run.startedAt,
        run.error?.slice(0, LIMITS.maxErrorLength) ?? null,
        run.result && JSON.stringify(run.result),
      ],
    )
  }

  /**
   * Records money to be given back by bank transfer, never more than was paid in all.
   * @throws MedusaError (not_allowed) naming what was paid, what is recorded and what was asked.
   */
  @InjectTransactionManager()
  async recordRefund(
    voucherId: string,
    refund: {
      idempotencyKey: string
      amount: string
      recordedBy?: string
      status?: "to_transfer" | "in_process"
    },
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await this.lockRow("pagoefectivo_voucher", voucherId, context)
    const voucher = await this.retrieveVoucher(voucherId, {}, context)
    const recorded = await this.listRefunds(
      { voucher_id: voucherId, status: { $ne: "rejected" } },
      {},
      context,
    )
    if (recorded.some((known) => known.idempotency_key === refund.idempotencyKey)) return
    const asked = toCentimos(refund.amount)
    const before = recorded.reduce((sum, known) => sum + known.amount_centimos, 0)
    const paid = voucher.paid_centimos ?? 0
    if (asked <= 0 || before + asked > paid) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `A refund of ${refund.amount} is not possible: ${fromCentimos(paid)} was paid with code ${voucher.cip} and ${fromCentimos(before)} of it is refunded already.`,
      )
    }
    await this.createRefunds(
      {
        voucher_id: voucherId,
        idempotency_key: refund.idempotencyKey,
        amount_centimos: asked,
        currency_code: voucher.currency_code,
        status: refund.status ?? "to_transfer",
        recorded_by: refund.recordedBy ?? null,
      },
      context,
    )
    await this.note(
      voucherId,
      refund.status === "in_process" ? "refund_requested" : "refund_to_transfer",
      refund.recordedBy ?? "system",
      { amount: fromCentimos(asked) },
      context,
    )
  }

  /** A code that a notice had revealed first: the gateway's own answer adds what was missing. */
  private async completeAdopted(
    voucher: VoucherRow,
    issued: IssuedVoucher,
    payerFirstName: string | null,
    @MedusaContext() context: Context,
  ): Promise<VoucherRow> {
    if (voucher.url || !issued.url) return voucher
    return this.updateVouchers(
      { id: voucher.id, url: issued.url, payer_first_name: payerFirstName },
      context,
    )
  }

  /** Gives a paid voucher to another cart, whose order its money shall pay. */
  @InjectTransactionManager()
  async moveVoucher(
    voucherId: string,
    to: { cartId: string | null; paymentSessionId: string; orderId?: string | null },
    actor: Actor,
    @MedusaContext() context: Context = {},
  ): Promise<VoucherRow> {
    await this.lockRow("pagoefectivo_voucher", voucherId, context)
    const moved = await this.updateVouchers(
      {
        id: voucherId,
        cart_id: to.cartId,
        payment_session_id: to.paymentSessionId,
        order_id: to.orderId ?? null,
      },
      context,
    )
    await this.note(voucherId, "moved", actor, { cart_id: to.cartId }, context)
    return moved
  }

  /** What the gateway made of a refund that was asked of it. */
  async endRefund(
    idempotencyKey: string,
    status: "approved" | "in_process" | "rejected",
    reference: string | null,
  ): Promise<void> {
    await this.updateRefunds({
      selector: { idempotency_key: idempotencyKey },
      data: { status, reference, ...(status === "approved" && { transferred_at: new Date() }) },
    })
  }

  /**
   * Refunds that were in process are made once the gateway has given back as much as all of them. One
   * that it still works on, or has refused since, stays in process: the report will tell.
   */
  private async confirmRefunds(
    voucher: VoucherRow,
    refunded: Money,
    @MedusaContext() context: Context,
  ): Promise<void> {
    const refunds = await this.listRefunds(
      { voucher_id: voucher.id, status: ["in_process", "approved"] },
      {},
      context,
    )
    const open = refunds.filter(({ status }) => status === "in_process")
    const total = refunds.reduce((sum, { amount_centimos }) => sum + amount_centimos, 0)
    if (open.length === 0 || toCentimos(refunded.amount) < total) return
    await this.updateRefunds(
      open.map(({ id }) => ({ id, status: "approved" as const, transferred_at: new Date() })),
      context,
    )
  }

  /** A refund that a person has already made outside the gateway, with its bank reference. */
  async recordOutsideRefund(
    voucherId: string,
    refund: { idempotencyKey: string; amount: string; reference: string; recordedBy: string },
  ): Promise<void> {
    await this.recordRefund(voucherId, refund)
    await this.updateRefunds({
      selector: { idempotency_key: refund.idempotencyKey },
      data: { status: "transferred", reference: refund.reference, transferred_at: new Date() },
    })
  }

  private async queueVoided(voucher: VoucherRow, @MedusaContext() context: Context): Promise<void> {
    if (voucher.status !== "voided") return
    await this.queueEvent(PagoEfectivoEvents.VOUCHER_VOIDED, voucher.id, context)
  }

  /** Within the transaction; the caller announces it afterwards. */
  private queueEvent(
    name: PagoEfectivoEvent,
    subjectId: string,
    @MedusaContext() context: Context,
  ): Promise<void> {
    return queueEvents(transactionOf(context), [{ name, subjectId }])
  }

  private async lockRow(
    table: string,
    id: string,
    @MedusaContext() context: Context,
  ): Promise<void> {
    await transactionOf(context)(table).where({ id }).forUpdate().select("id")
  }
}

function transactionOf(context: Context): SqlConnection {
  const manager = context.transactionManager as { getTransactionContext(): SqlConnection }
  return manager.getTransactionContext()
}

/** A clear refusal left no code behind, so its transaction code is still free. */
function mayRestart(last: AttemptRow, start: AttemptStart): boolean {
  if (last.status === "rejected") return true
  const same =
    last.amount_centimos === start.amountCentimos && last.currency_code === start.currencyCode
  return last.status === "lost" && same && start.mayRepeatLost === true
}
