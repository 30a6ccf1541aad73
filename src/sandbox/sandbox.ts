import type { SandboxCredentials } from "./authorization-hash"
import type { Delivery } from "./notices/delivery"
import type { NoticeOptions, NoticeOrder } from "./notices/notice-order"
import type { PaymentOrder } from "./cash-desk"
import type { SandboxRequest } from "./request-log"
import type { SandboxVoucher } from "./sandbox-voucher"
import type { SettlementFile, SettlementFileOptions } from "./settlement/settlement-file"
import type { MercadoPagoCredentials } from "./mercadopago/context"
import type { SandboxSwitches, SwitchChanges } from "./switches"

export interface SandboxOptions {
  /** Default 0: any free port. */
  port?: number
  /** Default 127.0.0.1. */
  host?: string
  /** Address that hosted pages are linked by. Default `url`. */
  publicUrl?: string
  /** Where notices go; none are sent without it. */
  webhookUrl?: string
  /** Default `SANDBOX_KEYS`. */
  credentials?: SandboxCredentials
  /** Default `MERCADOPAGO_SANDBOX_KEYS`. */
  mercadoPagoCredentials?: MercadoPagoCredentials
  /** Switches to start with; `reset()` comes back to them. */
  switches?: SwitchChanges
  /** First CIP, 7 to 9 digits. Default from the time of day, higher with every start. */
  firstCip?: number
  /** The machine's clock, for tests. */
  now?: () => Date
  /** Sends notices; for tests. */
  fetch?: typeof fetch
}

export interface PayOptions extends PaymentOrder, NoticeOptions {}

/**
 * A running local PagoEfectivo, reached by its own API and by Mercado Pago's. Everything is kept in
 * memory. Where a CIP is asked for, a Mercado Pago payment id does as well.
 */
export interface Sandbox {
  /** `http://127.0.0.1:<port>`: control panel and hosted pages. */
  readonly url: string
  /** `url` + `/v1`: the `baseUrl` of a store. */
  readonly apiUrl: string
  readonly credentials: SandboxCredentials
  /** `url` + `/mercadopago`: the `baseUrl` of a store that sells through Mercado Pago. */
  readonly mercadoPagoUrl: string
  readonly mercadoPagoCredentials: MercadoPagoCredentials

  /** All codes, newest first. */
  vouchers(): SandboxVoucher[]
  voucher(cip: string): SandboxVoucher | undefined
  /** The codes of one merchant reference, newest first. */
  vouchersOf(transactionCode: string): SandboxVoucher[]

  /**
   * Pays a code and sends the notice on its way; see `waitForDelivery` to wait for it.
   * @throws SandboxUsageError when the code is unknown, or not payable and `force` is not set.
   */
  pay(cip: string, options?: PayOptions): Promise<SandboxVoucher>
  /** Ends a code's life now. @throws SandboxUsageError when it is paid, reversed or deleted. */
  expire(cip: string): Promise<SandboxVoucher>
  /** Takes a payment back. @throws SandboxUsageError when the code is not paid. */
  reverse(cip: string): Promise<SandboxVoucher>
  /** Ends the refunds that Mercado Pago has in process, and tells of it. */
  finishRefunds(cip: string): Promise<SandboxVoucher>
  /**
   * Gives money back as a merchant does in Mercado Pago's panel, and tells of it; all that is left
   * without `amount`. @throws SandboxUsageError when it is more than that.
   */
  refundInPanel(cip: string, amount?: string): Promise<SandboxVoucher>
  /** A dispute at Mercado Pago begins, or ends for or against the merchant; tells of it. */
  dispute(cip: string, state: "in_mediation" | "lost" | "won"): Promise<SandboxVoucher>
  /** Sends a notice made up by hand, whatever the codes say. */
  notify(order: NoticeOrder): Promise<void>
  /** Sends what `noticesHeld` kept back, one by one; resolves with their number when answered. */
  releaseNotices(order?: "oldest_first" | "newest_first"): Promise<number>

  /** Changes switches. @throws SandboxUsageError that names a wrong one. */
  behave(switches: SwitchChanges): Promise<void>
  /** The switches as they are. */
  switches(): SandboxSwitches
  /**
   * Forgets codes, logs, faults, clock and pending notices. Webhook address and CIP counter stay;
   * tokens stay valid.
   */
  reset(): Promise<void>

  readonly clock: {
    now(): Date
    /** Ages all codes that exist; codes made later start in the present again. */
    advance(ms: number): void
  }
  setWebhookUrl(url: string | null): void

  /** Attempts to deliver notices, oldest first, the latest thousands. */
  readonly deliveries: Delivery[]
  /** Calls of the API, oldest first, the latest thousands. */
  readonly requests: SandboxRequest[]
  /**
   * The first finished attempt that matches, one of the past included.
   * @throws Error after `timeoutMs` (default 10 000), telling what was delivered instead.
   */
  waitForDelivery(predicate: (delivery: Delivery) => boolean, timeoutMs?: number): Promise<Delivery>
  /** Resolves when no notice is on its way any more. */
  drain(): Promise<void>

  /** @throws SandboxUsageError for wrong options and mistakes that the format can't hold. */
  settlementFile(options: SettlementFileOptions): Promise<SettlementFile>

  /** Breaks connections and pending notices off and frees the port. */
  close(): Promise<void>
}
