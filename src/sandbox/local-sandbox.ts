import { TokenIssuer } from "./access-token"
import type { SandboxCredentials } from "./authorization-hash"
import { CashDesk } from "./cash-desk"
import { SandboxClock } from "./clock"
import { handleControl } from "./control/control-handler"
import { FrontDoor, MERCADOPAGO_PREFIX } from "./front-door"
import { Listener } from "./http/listener"
import { DEFAULT_DELIVERY_WAIT_MS } from "./limits"
import { readWebhookUrl } from "./options"
import type { ValidOptions } from "./options"
import type { Delivery } from "./notices/delivery"
import { DeliveryLog } from "./notices/delivery-log"
import { contentOf, contentOfOrder, noticeOrderSchema, planOf } from "./notices/notice-order"
import type { NoticeOrder } from "./notices/notice-order"
import { NoticeSender } from "./notices/notice-sender"
import { MercadoPagoSandbox } from "./mercadopago/mercadopago-sandbox"
import { readInput } from "./read-input"
import { RequestLog } from "./request-log"
import type { SandboxRequest } from "./request-log"
import { ApiHandler } from "./routes/api-handler"
import type { PayOptions, Sandbox } from "./sandbox"
import { toSandboxVoucher } from "./sandbox-voucher"
import type { SandboxVoucher } from "./sandbox-voucher"
import { settlementFile } from "./settlement/settlement-file"
import type { SettlementFile, SettlementFileOptions } from "./settlement/settlement-file"
import type { SandboxSwitches, SwitchChanges } from "./switches"
import { SwitchBoard } from "./switch-board"
import { VoucherStore } from "./voucher-store"
import type { SandboxVoucherRecord } from "./voucher-store"

/** Puts the parts together; see `Sandbox` for what each method promises. */
export class LocalSandbox implements Sandbox {
  readonly credentials: SandboxCredentials
  readonly clock: SandboxClock
  private readonly store: VoucherStore
  private readonly desk: CashDesk
  private readonly board: SwitchBoard
  private readonly tokens = new TokenIssuer()
  private readonly requestLog = new RequestLog()
  private readonly deliveryLog = new DeliveryLog()
  private readonly sender: NoticeSender
  private readonly api: ApiHandler
  private readonly mercadoPago: MercadoPagoSandbox
  private readonly listener: Listener
  private stopping = new AbortController()
  private webhookUrl: string | null

  constructor(private readonly options: ValidOptions) {
    this.credentials = options.credentials
    this.webhookUrl = options.webhookUrl
    this.clock = new SandboxClock(options.now)
    this.store = new VoucherStore(this.clock, options.firstCip)
    this.desk = new CashDesk(this.store)
    this.board = new SwitchBoard(options.switches)
    this.sender = new NoticeSender({
      log: this.deliveryLog,
      switches: () => this.board.current,
      webhookUrl: () => this.webhookUrl,
      secretKey: options.credentials.secretKey,
      fetch: options.fetch,
      machineNow: options.now,
    })
    this.api = new ApiHandler(
      () => this.apiContext(),
      this.board,
      this.requestLog,
      () => this.stopping.signal,
    )
    this.mercadoPago = new MercadoPagoSandbox({
      credentials: options.mercadoPagoCredentials,
      clock: this.clock,
      store: this.store,
      board: this.board,
      sender: this.sender,
      log: this.requestLog,
      stopping: () => this.stopping.signal,
      publicUrl: () => this.publicUrl,
      webhookUrl: () => this.webhookUrl,
    })
    const door = this.frontDoor()
    this.listener = new Listener(
      (request, response) => void door.serve(request, response),
      options.port,
      options.host,
    )
  }

  get url(): string {
    return this.listener.url
  }

  get apiUrl(): string {
    return `${this.url}/v1`
  }

  get mercadoPagoUrl(): string {
    return `${this.url}${MERCADOPAGO_PREFIX}`
  }

  get mercadoPagoCredentials() {
    return this.options.mercadoPagoCredentials
  }

  get deliveries(): Delivery[] {
    return this.deliveryLog.all()
  }

  get requests(): SandboxRequest[] {
    return this.requestLog.all()
  }

  async start(): Promise<void> {
    await this.listener.open()
  }

  vouchers(): SandboxVoucher[] {
    return this.store.list().map((record) => this.shown(record))
  }

  voucher(cip: string): SandboxVoucher | undefined {
    const record = this.store.find(this.mercadoPago.book.toCip(cip))
    return record && this.shown(record)
  }

  vouchersOf(transactionCode: string): SandboxVoucher[] {
    const own = this.store.list().filter((record) => record.transactionCode === transactionCode)
    return own.map((record) => this.shown(record))
  }

  async pay(cip: string, options: PayOptions = {}): Promise<SandboxVoucher> {
    const own = this.mercadoPago.book.toCip(cip)
    const { status } = this.voucher(own) ?? {}
    const isLate = status === "expired" || status === "deleted"
    const { voucher, payment } = this.desk.pay(own, options)
    if (this.mercadoPago.book.ofCip(own)) {
      if (isLate) this.mercadoPago.returnLatePayment(own)
      this.mercadoPago.changed(own, options)
    } else if (options.notice !== "none") {
      this.sender.schedule(contentOf(voucher, payment), planOf(options, this.board.current))
    }
    return this.shown(voucher)
  }

  async expire(cip: string): Promise<SandboxVoucher> {
    const voucher = this.desk.expire(this.mercadoPago.book.toCip(cip))
    this.mercadoPago.changed(voucher.cip)
    return this.shown(voucher)
  }

  async reverse(cip: string): Promise<SandboxVoucher> {
    const voucher = this.desk.reverse(this.mercadoPago.book.toCip(cip))
    this.mercadoPago.changed(voucher.cip)
    const { reversalEventType } = this.board.current
    const payment = voucher.payments.at(-1)
    const isDirect = !this.mercadoPago.book.ofCip(voucher.cip)
    if (reversalEventType !== null && payment && isDirect) {
      const content = contentOf(voucher, payment, reversalEventType)
      this.sender.schedule(content, planOf({}, this.board.current))
    }
    return this.shown(voucher)
  }

  async finishRefunds(cip: string): Promise<SandboxVoucher> {
    const voucher = this.store.require(this.mercadoPago.book.toCip(cip))
    this.mercadoPago.finishRefunds(voucher.cip)
    return this.shown(voucher)
  }

  async refundInPanel(cip: string, amount?: string): Promise<SandboxVoucher> {
    const voucher = this.store.require(this.mercadoPago.book.toCip(cip))
    this.mercadoPago.refundInPanel(voucher.cip, amount)
    return this.shown(voucher)
  }

  async dispute(cip: string, state: "in_mediation" | "lost" | "won"): Promise<SandboxVoucher> {
    const voucher = this.store.require(this.mercadoPago.book.toCip(cip))
    this.mercadoPago.dispute(voucher.cip, state)
    return this.shown(voucher)
  }

  async notify(order: NoticeOrder): Promise<void> {
    const wanted = readInput(noticeOrderSchema, order, "Notice")
    const content = contentOfOrder(wanted, this.store.find(wanted.cip), {
      operationNumber: this.store.nextOperationNumber(),
      now: this.clock.now(),
    })
    this.sender.schedule(content, planOf(wanted, this.board.current))
  }

  async releaseNotices(order: "oldest_first" | "newest_first" = "oldest_first"): Promise<number> {
    return this.sender.release(order)
  }

  async behave(switches: SwitchChanges): Promise<void> {
    this.board.change(switches)
    const refuse = this.board.current.down === "refuse"
    if (refuse) {
      await this.listener.close()
    } else if (!this.listener.isOpen) {
      await this.listener.open()
    }
  }

  switches(): SandboxSwitches {
    return structuredClone(this.board.current)
  }

  async reset(): Promise<void> {
    this.stopping.abort()
    this.stopping = new AbortController()
    await this.sender.stop()
    this.store.clear()
    this.mercadoPago.reset()
    this.clock.reset()
    this.requestLog.clear()
    this.deliveryLog.clear()
    this.board.reset()
    await this.behave({})
  }

  setWebhookUrl(url: string | null): void {
    this.webhookUrl = readWebhookUrl(url)
  }

  waitForDelivery(
    predicate: (delivery: Delivery) => boolean,
    timeoutMs = DEFAULT_DELIVERY_WAIT_MS,
  ): Promise<Delivery> {
    return this.deliveryLog.waitFor(predicate, timeoutMs)
  }

  drain(): Promise<void> {
    return this.sender.drain()
  }

  settlementFile(options: SettlementFileOptions): Promise<SettlementFile> {
    return settlementFile(this.store, this.board.current.feeCard, this.clock.now(), options)
  }

  async close(): Promise<void> {
    this.stopping.abort()
    await this.listener.close()
    await this.sender.stop()
    this.deliveryLog.abandon("The sandbox was closed")
  }

  private get publicUrl(): string {
    return this.options.publicUrl ?? this.url
  }

  private shown(record: SandboxVoucherRecord): SandboxVoucher {
    const payment = this.mercadoPago.book.ofCip(record.cip)
    return toSandboxVoucher(this.store, record, this.publicUrl, payment ? String(payment.id) : null)
  }

  private apiContext() {
    return {
      credentials: this.credentials,
      clock: this.clock,
      store: this.store,
      tokens: this.tokens,
      switches: this.board.current,
      publicUrl: this.publicUrl,
    }
  }

  private frontDoor(): FrontDoor {
    return new FrontDoor({
      board: this.board,
      store: this.store,
      control: (request, response, url) =>
        handleControl(this.controlContext(), request, response, url),
      api: (request, response, { pathname }) => this.api.handle(request, response, pathname),
      mercadoPago: (request, response, { pathname, searchParams }) => {
        const path = pathname.slice(MERCADOPAGO_PREFIX.length)
        return this.mercadoPago.handle(request, response, path, searchParams)
      },
      stopping: () => this.stopping.signal,
    })
  }

  private controlContext() {
    return {
      sandbox: this,
      changeSwitches: (changes: unknown) => this.board.changeOverHttp(changes),
      webhookUrl: () => this.webhookUrl,
      aheadMs: () => this.clock.aheadMs,
      heldNotices: () => this.sender.heldCount,
    }
  }
}
