import type { Context, IEventBusModuleService, Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { resolveOptions, type OptionsInput, type PagoEfectivoOptions } from "../../config"
import { createGateway } from "../../gateways"
import { observeGateway } from "../../gateways/observe"
import type { PaymentGateway } from "../../gateways/gateway"
import { Cases } from "./cases/cases"
import { Announcer } from "./events/announcer"
import { EventOutbox } from "./events/outbox"
import { GatewayContact } from "./jobs/gateway-contact"
import { JobStateStore } from "./jobs/job-state"
import { MODULE_LIMITS as LIMITS } from "./limits"
import { Leases } from "./locks/leases"
import { ModuleData } from "./module-data"
import { Inbox } from "./notices/inbox"
import { InterruptedOrderStore } from "./orders/interrupted-orders"
import { UnfinishedCheckoutStore } from "./orders/unfinished-checkouts"
import { PayoutChangeStore } from "./payouts/payout-changes"
import { PayoutLineStore } from "./payouts/payout-lines"
import { PayoutStore } from "./payouts/payouts"
import { CandidateStore } from "./reconciliation/candidates"
import { FactsStore } from "./reconciliation/facts"
import { RunStore } from "./reconciliation/runs"
import { SearchStore } from "./search/search"
import { ChargedFeeStore } from "./settlement/charged-fees"
import { ExchangeRateStore } from "./settlement/exchange-rates"
import { SettlementStore } from "./settlement/import-rows"
import { ImportedTableStore } from "./settlement/imported-tables"
import { LineMatchStore } from "./settlement/line-matches"
import { SourceFileStore } from "./settlement/source-files"
import { StrandedStore } from "./vouchers/stranded"
import { UnsettledStore } from "./settlement/unsettled"
import { listUnansweredRefunds, type UnansweredRefund } from "./refunding/unanswered-refunds"
import type { SqlConnection } from "./sql/connection"
import { pendingMigrations } from "./sql/pending-migrations"
import { SettingChangeStore } from "./settings/setting-changes"
import { Attempts } from "./vouchers/attempts"
import { addLine, changeVoucher, type ChangedVoucher } from "./vouchers/change-voucher"
import type { Decision } from "./vouchers/decisions"
import { listDueEmails, type DueEmail, type DueEmailKind } from "./vouchers/due-emails"
import { LostRefunds } from "./vouchers/lost-refunds"
import { RateLimits } from "./vouchers/rate-limit"
import { Refunds } from "./vouchers/refunds"
import type { TimelineLine } from "./vouchers/timeline"
import { VoucherDayStore } from "./vouchers/voucher-days"
import type { VoucherRow } from "./types"
import { refused } from "../../errors/refusal"

interface Cradle {
  [ContainerRegistrationKeys.PG_CONNECTION]: SqlConnection
  [ContainerRegistrationKeys.LOGGER]: Logger
  [Modules.EVENT_BUS]: IEventBusModuleService | undefined
}

export interface ChangeOptions {
  /** Runs after the transaction and before its event is told. */
  beforeEvent?: (voucher: VoucherRow) => Promise<void>
}

/**
 * The plugin's data, and the gateways behind it. A voucher changes by `changeVoucher` and a case by
 * `cases.write` (what was found) or `cases.change` (what a person decides), each in one transaction
 * with its history and its events.
 */
export class PagoEfectivoModuleService extends ModuleData {
  private readonly rawOptions: OptionsInput | undefined
  private resolvedOptions: PagoEfectivoOptions | undefined
  private readonly gateways = new Map<string, PaymentGateway>()
  private readonly sql: SqlConnection
  private readonly logger: () => Logger
  /** Locks of the whole store. */
  readonly leases: Leases
  readonly attempts: Attempts
  readonly refunds: Refunds
  readonly lostRefunds: LostRefunds
  readonly inbox: Inbox
  readonly cases: Cases
  /** Tells the store what is stored in the outbox. */
  readonly announcer: Announcer
  /** Reports and their lines. */
  readonly settlement: SettlementStore
  readonly lineMatches: LineMatchStore
  readonly payouts: PayoutStore
  readonly payoutLines: PayoutLineStore
  readonly payoutChanges: PayoutChangeStore
  readonly importedTables: ImportedTableStore
  readonly exchangeRates: ExchangeRateStore
  readonly chargedFees: ChargedFeeStore
  readonly sourceFiles: SourceFileStore
  readonly jobState: JobStateStore
  /** What was changed in the admin while the store ran. */
  readonly settings: SettingChangeStore
  readonly gatewayContact: GatewayContact
  readonly rateLimits: RateLimits
  readonly stranded: StrandedStore
  readonly search: SearchStore
  readonly interruptedOrders: InterruptedOrderStore
  readonly unfinishedCheckouts: UnfinishedCheckoutStore
  /** Booked codes that no report has settled yet. */
  readonly unsettled: UnsettledStore
  /** What was issued and paid day by day. */
  readonly voucherDays: VoucherDayStore
  /** What reconciliation runs read and write. */
  readonly reconciliation: { runs: RunStore; candidates: CandidateStore; facts: FactsStore }

  constructor(cradle: Cradle, options?: OptionsInput) {
    // eslint-disable-next-line prefer-rest-params -- the base class reads what Medusa passed
    super(...(arguments as unknown as [object]))
    this.sql = cradle[ContainerRegistrationKeys.PG_CONNECTION]
    this.rawOptions = options
    this.logger = () => cradle[ContainerRegistrationKeys.LOGGER]
    this.announcer = new Announcer(new EventOutbox(this.sql), {
      bus: () => cradle[Modules.EVENT_BUS],
      logger: this.logger,
    })
    this.leases = new Leases(this.sql, (message) => this.logger().warn(message))
    this.attempts = new Attempts(this)
    this.refunds = new Refunds(this, this.announcer, this.sql)
    this.lostRefunds = new LostRefunds(this, this.sql)
    this.inbox = new Inbox(this.sql, this)
    this.cases = new Cases(this.sql, this.announcer, this, this.refunds)
    this.settlement = new SettlementStore(this.sql)
    this.lineMatches = new LineMatchStore(this.sql)
    this.payouts = new PayoutStore(this.sql)
    this.payoutLines = new PayoutLineStore(this.sql)
    this.payoutChanges = new PayoutChangeStore(this.sql)
    this.importedTables = new ImportedTableStore(this.sql)
    this.exchangeRates = new ExchangeRateStore(this.sql)
    this.chargedFees = new ChargedFeeStore(this.sql)
    this.sourceFiles = new SourceFileStore(this.sql)
    this.jobState = new JobStateStore(this.sql)
    this.settings = new SettingChangeStore(this.sql)
    this.gatewayContact = new GatewayContact(this.jobState, this.logger)
    this.rateLimits = new RateLimits(this.sql)
    this.stranded = new StrandedStore(this.sql)
    this.search = new SearchStore(this.sql)
    this.interruptedOrders = new InterruptedOrderStore(this.sql)
    this.unfinishedCheckouts = new UnfinishedCheckoutStore(this.sql)
    this.unsettled = new UnsettledStore(this.sql)
    this.voucherDays = new VoucherDayStore(this.sql)
    this.reconciliation = {
      runs: new RunStore(this.sql, LIMITS.staleRunSeconds, this.announcer),
      candidates: new CandidateStore(this.sql),
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
      throw refused("provider_is_gone", {
        found: providerId,
        known: this.options.entries.map((e) => e.providerId).join(", "),
      })
    }
    const gateway = observeGateway(createGateway(entry.gateway), (hasAnswered) =>
      this.gatewayContact.tell(providerId, hasAnswered),
    )
    this.gateways.set(providerId, gateway)
    for (const warning of gateway.warnings ?? []) this.logger().warn(`PagoEfectivo: ${warning}`)
    return gateway
  }

  /**
   * The only way to change a voucher: locks it, lets a pure decision say what is to change, writes
   * row, timeline and event in one transaction, and tells the event after it.
   */
  async changeVoucher(
    id: string,
    decide: Decision,
    { beforeEvent }: ChangeOptions = {},
  ): Promise<ChangedVoucher> {
    const { voucher, changed, eventIds } = await this.inTransaction(async (context) => {
      const result = await changeVoucher(this, id, decide, context)
      const refunded = result.change?.refunded
      if (refunded) await this.refunds.confirm(id, refunded, context)
      return result
    })
    if (eventIds.length > 0) await beforeEvent?.(voucher)
    await this.announcer.announce(eventIds)
    return { voucher, changed }
  }

  /** Adds a line to a voucher's timeline about what changes nothing of it. */
  async note(voucherId: string, line: TimelineLine, context: Context = {}): Promise<void> {
    await addLine(this, voucherId, line, context)
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

  /** Mails that should be out by now; see `due-emails.ts`. */
  listDueEmails(kinds: DueEmailKind[], hours: number, batch: number): Promise<DueEmail[]> {
    return listDueEmails(this.sql, kinds, hours, batch)
  }

  /** Refunds that a process left half-way; see `unanswered-refunds.ts`. */
  listUnansweredRefunds(
    span: { from: Date; before: Date },
    batch: number,
  ): Promise<UnansweredRefund[]> {
    return listUnansweredRefunds(this.sql, span, batch)
  }
}
