/**
 * The port behind which every wire protocol lives. Nothing here knows Medusa or a database.
 *
 * It is shaped by four different protocols (direct API, Mercado Pago, dLocal, PayU): notices may be
 * thin and force a query, signatures may cover things other than the body, local times may be in
 * another zone, refunds may or may not exist, and issuing may or may not be idempotent.
 */

/** A decimal string with two digits in the currency's major unit, for example `"69.90"`. */
export type DecimalAmount = string

export type GatewayCurrency = "PEN" | "USD"

export interface Money {
  amount: DecimalAmount
  currency: GatewayCurrency
}

/** Who pays. Everything but the e-mail may be unknown; a gateway leaves out what it is not given. */
export interface Payer {
  email: string
  firstName?: string
  lastName?: string
  /** As the shopper typed it; the gateway normalises it. */
  phone?: string
  /** ISO 3166-1 alpha-2, lower or upper case. */
  countryCode?: string
  document?: { type: string; number: string }
  /** The merchant's own id of the customer. */
  customerId?: string
}

export interface IssueRequest {
  /** The merchant's reference of this attempt, 1 to 36 characters, different for every attempt. */
  transactionCode: string
  money: Money
  expiresAt: Date
  payer: Payer
  /** Short text shown at the counter. */
  concept: string
}

/** What identifies a code at its gateway. `gatewayId` is what the gateway is asked by (direct: the CIP). */
export interface VoucherReference {
  gatewayId: string
  cip: string
  transactionCode: string
}

export interface IssuedVoucher extends VoucherReference {
  money: Money
  /** The gateway's own deadline; it may differ from the one that was asked for. */
  expiresAt: Date
  /** The gateway's hosted page, when it gives one. */
  url: string | null
}

/**
 * - `waiting`: payable now.
 * - `paid`: money received.
 * - `expired`: past its deadline at the gateway.
 * - `voided`: removed before its deadline.
 * - `reversed`: the collector took a payment back, or gave it back to the payer by itself.
 * - `refunded`: paid, and the merchant has given all of it back since.
 * - `not_found`: the gateway does not know this code.
 * - `unknown`: the gateway answered something that is in no document; it never counts as any other.
 */
export type GatewayVoucherStatus =
  "waiting" | "paid" | "expired" | "voided" | "reversed" | "refunded" | "not_found" | "unknown"

export interface GatewayVoucherState {
  gatewayId: string
  status: GatewayVoucherStatus
  /** As the gateway words it, for people and for evidence. */
  rawStatus: string | null
  /** Null where the gateway does not say. */
  transactionCode: string | null
  money: Money | null
  createdAt: Date | null
  expiresAt: Date | null
  paidAt: Date | null
  removedAt: Date | null
  /** What shoppers pay by, where it is not the `gatewayId`; with `url`, enough to adopt a lost code. */
  cip?: string | null
  /** The gateway's hosted page. */
  url?: string | null
  /** What has been given back of the payment so far; left out where the gateway has no refunds. */
  refunded?: Money | null
  /** Whether the gateway holds the money back, as during a dispute; left out where it does not say. */
  held?: boolean
}

/**
 * - `voided`: it can't be paid any more; also when it had been voided or had expired before.
 * - `paid`: refused because money has been received.
 * - `unknown`: no clear answer; the code must be taken as still payable.
 */
export type VoidOutcome =
  | { outcome: "voided"; state: GatewayVoucherState | null }
  | { outcome: "paid"; state: GatewayVoucherState }
  | { outcome: "unknown"; reason: string; state: GatewayVoucherState | null }

export interface RefundRequest extends VoucherReference {
  money: Money
  /**
   * With it all of the payment is given back. What the gateway gave back besides, unknown to the
   * store, is part of it: only what is left is asked for.
   */
  takesRest?: boolean
  /** Makes a repeated request the same refund. */
  idempotencyKey: string
}

/** A refund as the gateway lists it, whoever asked for it. */
export interface ListedRefund {
  refundId: string
  status: RefundResult["status"]
  /** Decimal text; null when it can't be read. */
  amount: DecimalAmount | null
  createdAt: Date | null
}

export interface RefundResult {
  refundId: string
  status: "approved" | "in_process" | "rejected"
  reason: string | null
}

/** A notice exactly as it came over the wire. */
export interface RawNotice {
  rawBody: Buffer
  /** Lower-case header names. */
  headers: Record<string, string | string[] | undefined>
  query: Record<string, string | string[] | undefined>
  receivedAt: Date
}

export interface NoticeClaim {
  eventType: string
  /** The gateway's operation number or event id. */
  operationNumber: string | null
  gatewayId: string | null
  transactionCode: string | null
  /** What the notice claims. A hint only: the gateway is asked before anything happens. */
  claimed: { money: Money | null; paidAt: Date | null } | null
  /** False for event types that have no effect here; they are stored and answered with 200. */
  concernsPayment: boolean
}

export type NoticeVerdict =
  | { verdict: "authentic"; notice: NoticeClaim }
  /** Signed correctly, yet not in a shape that can be read. Stored, never acted on. */
  | { verdict: "unreadable"; reason: string }
  /**
   * Unsigned by its nature and without any effect, such as a legacy twin of a signed notice: answered
   * with 200, so that the gateway stops sending it, and not kept.
   */
  | { verdict: "ignored"; reason: string }
  /** The store's own test (`signTestNotice`): kept as proof that it came, and about no payment. */
  | { verdict: "test"; testId: string }
  | { verdict: "forged"; reason: string }

/** A notice as the gateway would send it, without the address. */
export interface SignedNotice {
  query: Record<string, string>
  headers: Record<string, string>
  body: string
}

export interface GatewayProbe {
  credentials: "accepted" | "refused" | "unknown"
  /** The gateway's clock minus ours, from its `Date` header; null when it sent none. */
  clockSkewMs: number | null
  /** Error code and sentence when the gateway could not be asked. */
  problem: { code: string; message: string } | null
}

export interface GatewayCapabilities {
  /** `none`: refunds are made outside the gateway (bank transfer) and only recorded here. */
  refunds: "none" | "full" | "partial"
  /** Whether `issue` may be repeated with the same transaction code without a second code. */
  idempotentIssue: boolean
  /**
   * Whether "waiting" after "paid" says that the money was taken back. Where it does not, a payment
   * never waits again, and such an answer is an old one that came late.
   */
  waitingAfterPaidIsReversal: boolean
}

/** What one code may cost; null where the gateway names no limit. */
export interface AmountLimits {
  minimum: DecimalAmount | null
  maximum: DecimalAmount | null
}

export interface PaymentGateway {
  readonly id: string
  /** IANA zone of the gateway's local times. */
  readonly timeZone: string
  readonly capabilities: GatewayCapabilities
  /** Headers of a notice that its signature needs, in lower case: kept with it as evidence. */
  readonly signatureHeaders: readonly string[]
  /** What of its options was left out, and why: told to the merchant once. */
  readonly warnings?: readonly string[]
  /** How long one `issue` call can take at most, in milliseconds, before it is known to be lost. */
  readonly issueTimeoutMs: number

  /**
   * Issues a payable code. Unless `capabilities.idempotentIssue`, it is sent once and never repeated.
   * @throws GatewayError. `mayHaveSucceeded` tells whether a code may exist all the same.
   */
  issue(request: IssueRequest): Promise<IssuedVoucher>

  /**
   * What one code may cost in a currency; null when it is not taken. Without this method the gateway
   * takes every currency and names no limits. Never throws: what can't be read limits nothing.
   */
  amountLimits?(currency: GatewayCurrency): Promise<AmountLimits | null>

  /** Asks for the present state of codes, in bounded batches; the answer keeps the order asked. */
  retrieve(references: VoucherReference[]): Promise<GatewayVoucherState[]>

  /**
   * Finds codes by the merchant's reference, where the gateway can.
   * @throws GatewayError
   */
  findByTransactionCode?(transactionCode: string): Promise<GatewayVoucherState[]>

  /** Makes a code unpayable. Never throws for a gateway's refusal or silence: that is an outcome. */
  void(reference: VoucherReference): Promise<VoidOutcome>

  /**
   * Moves the deadline of a code, where the gateway can; an expired code becomes payable again.
   * @throws GatewayError. Repeating it is harmless.
   */
  changeExpiry?(reference: VoucherReference, expiresAt: Date): Promise<void>

  refund?(request: RefundRequest): Promise<RefundResult>

  /**
   * All refunds of a payment, which decides what became of one whose answer was lost.
   * @throws GatewayError
   */
  listRefunds?(reference: VoucherReference): Promise<ListedRefund[]>

  /** Checks the signature and reads a notice. Pure: no network. */
  readNotice(raw: RawNotice): NoticeVerdict

  /**
   * A notice for the store to send to its own hook, signed as the gateway signs. `readNotice` calls it
   * `test` by what the signature covers, so that no change on the way makes a payment of it, nor a test
   * of a payment. Left out where only the gateway itself can sign.
   * @param testId 32 hexadecimal digits, different each time.
   * @throws RangeError for any other id.
   */
  signTestNotice?(testId: string): SignedNotice

  /** For the health page. Never throws. */
  probe(): Promise<GatewayProbe>
}
