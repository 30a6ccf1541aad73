import { MAX_SEARCH_ITEMS } from "./limits"
import { DEFAULT_MERCADOPAGO_SWITCHES, type MercadoPagoSwitches } from "./mercadopago/switches"

/** Calls of the direct API, hosted pages, and (`mp_…`) calls of Mercado Pago's API. */
export const OPERATIONS = [
  "authorize",
  "create",
  "search",
  "update",
  "delete",
  "page",
  "mp_create",
  "mp_get",
  "mp_search",
  "mp_cancel",
  "mp_refund",
  "mp_refunds",
  "mp_methods",
  "mp_report",
] as const
export type SandboxOperation = (typeof OPERATIONS)[number]

export type SandboxStatus = "generated" | "paid" | "expired" | "deleted" | "reversed"

interface FaultCount {
  /** For this many of the next calls; without it until it is taken away with `null`. */
  times?: number
  /** True: the call takes effect first, then its answer goes wrong. Default false. */
  committed?: boolean
}

/** Answers something else than the operation would. */
export interface AnswerFault extends FaultCount {
  kind: "answer"
  status: number
  /** `vendor`: code 166 or the like as JSON; `html`: an error page; `empty`. Default `vendor`. */
  body?: "vendor" | "html" | "empty"
  /** A body of one's own in place of `body`. */
  text?: string
  contentType?: string
  /** Sent as `Retry-After`. */
  retryAfterSeconds?: number
}

/** Destroys the connection without an answer. */
export interface DropFault extends FaultCount {
  kind: "drop"
}

/** Keeps the connection open and never answers. */
export interface HangFault extends FaultCount {
  kind: "hang"
}

export type Fault = AnswerFault | DropFault | HangFault

export interface FeeTier {
  /** The tier holds up to and including this amount; the last tier has none. */
  upTo?: string
  /** Amount per payment, before IGV. */
  fixed?: string
  /** Percent of the payment, before IGV. */
  percent?: string
}

export interface SandboxFeeCard {
  tiers: FeeTier[]
  igvPercent: string
}

/**
 * Everything about the sandbox that can be changed while it runs. What PagoEfectivo's documents
 * leave open is a switch here and marked "assumption".
 */
export interface SandboxSwitches {
  /**
   * Milliseconds before an operation takes effect, per operation or for `all` (added up). A client
   * that gives up earlier does not stop it. Default none.
   */
  latencyMs: Partial<Record<SandboxOperation | "all", number>>
  /** What goes wrong, per operation or for `all`; `null` takes a fault away. Default none. */
  faults: Partial<Record<SandboxOperation | "all", Fault | null>>
  /**
   * `reset`: API and pages break every connection, the control panel still answers. `refuse`: the
   * port is closed (ECONNREFUSED) until `behave({ down: false })` is called in the same process.
   * Default false.
   */
  down: false | "reset" | "refuse"
  /**
   * Also requires `userPhone`, `userCodeCountry`, `dateExpiry` and the header `Origin`. The manual
   * of 2018 wants them, other integrations work without. Default false.
   */
  strict: boolean
  /** How far `dateRequest` may be from now, in milliseconds. Assumption: 5 minutes. `null`: any. */
  dateRequestWindowMs: number | null
  /** Life of a token in milliseconds. Sources say 2 hours and 5 minutes; default 5 minutes. */
  tokenLifetimeMs: number
  /** Life of a code without `dateExpiry`, in milliseconds. Default 4 hours (the vendor's demo). */
  defaultVoucherLifetimeMs: number
  /** The merchant's largest amount, whatever the currency; above it error 511. Default none. */
  maximumAmount: string | null
  /** Codes in one search; more are refused. The vendor's limit is unknown. Default 1000. */
  searchLimit: number
  /** What a search answers for an unknown CIP: `{}` or all fields, empty. Assumption: `{}`. */
  unknownCipAs: "empty_object" | "empty_fields"
  /** `code` as `100` or `"100"`; the vendor's documents show both. Default `number`. */
  codeAs: "number" | "string"
  /** `cip` in API answers as a number or a string. Default `number`. */
  cipAs: "number" | "string"
  /** How PATCH and DELETE of a code in the wrong state are refused. Assumption: 400 with 111. */
  refusal: { status: number; code: number }
  /** Numbers of `status`. Only 22 is documented, the others are assumptions. */
  statusNumbers: Record<SandboxStatus, number>
  /** Texts of `statusName`. Only `Generado.` is documented; "Cancelado" means paid. */
  statusNames: Record<SandboxStatus, string>
  /**
   * What a search answers after a reversal: its own state with the payment date kept, or a code
   * that waits again as the legacy interface did. Assumption: `reversed`.
   */
  reversedAs: "reversed" | "generated"
  /** `v1`: cip, currency, amount. `full`: also paymentDate, transactionCode. Default `full`. */
  noticeForm: "v1" | "full"
  /** `indented`: sent with line breaks, signed without (as the manual shows). Default `compact`. */
  noticeLayout: "compact" | "indented"
  /** Adds `; charset=utf-8` to the content type. Default false. */
  noticeCharset: boolean
  /** Hex digits of the signature in upper case. Default false. */
  noticeUpperCaseSignature: boolean
  /** `wrong`: made with another key. `missing`: no header. Default `valid`. */
  noticeSignature: "valid" | "wrong" | "missing"
  /** How many times each notice is sent. Default 1. */
  noticeCopies: number
  /** The copies at once instead of one after another. Default false. */
  noticeConcurrently: boolean
  /** Milliseconds (of real time) from the payment to its notice. Default 0. */
  noticeDelayMs: number
  /** No notices are sent at all; they are listed as `suppressed`. Default false. */
  noticesSuppressed: boolean
  /** Notices wait until `releaseNotices()`, which may turn their order. Default false. */
  noticesHeld: boolean
  /** Milliseconds to the second attempt. Assumption: 500. */
  noticeRetryDelayMs: number
  /** Milliseconds that a notice waits for its answer. Assumption: 15 000. */
  noticeTimeoutMs: number
  /** Event sent after a reversal; no such event is documented. Default none. */
  reversalEventType: string | null
  /** Fees in settlement files: one merchant's tariff, illustrative only. */
  feeCard: SandboxFeeCard
  /** What concerns Mercado Pago's API alone; a change names only what it changes. */
  mercadoPago: MercadoPagoSwitches
}

/** Some of the switches; those of Mercado Pago one by one as well. */
export type SwitchChanges = Partial<Omit<SandboxSwitches, "mercadoPago">> & {
  mercadoPago?: Partial<MercadoPagoSwitches>
}

export const DEFAULT_SWITCHES: SandboxSwitches = {
  latencyMs: {},
  faults: {},
  down: false,
  strict: false,
  dateRequestWindowMs: 5 * 60 * 1_000,
  tokenLifetimeMs: 5 * 60 * 1_000,
  defaultVoucherLifetimeMs: 4 * 60 * 60 * 1_000,
  maximumAmount: null,
  searchLimit: MAX_SEARCH_ITEMS,
  unknownCipAs: "empty_object",
  codeAs: "number",
  cipAs: "number",
  refusal: { status: 400, code: 111 },
  statusNumbers: { generated: 22, paid: 23, expired: 21, deleted: 25, reversed: 26 },
  statusNames: {
    generated: "Generado.",
    paid: "Cancelado.",
    expired: "Expirado.",
    deleted: "Eliminado.",
    reversed: "Extornado.",
  },
  reversedAs: "reversed",
  noticeForm: "full",
  noticeLayout: "compact",
  noticeCharset: false,
  noticeUpperCaseSignature: false,
  noticeSignature: "valid",
  noticeCopies: 1,
  noticeConcurrently: false,
  noticeDelayMs: 0,
  noticesSuppressed: false,
  noticesHeld: false,
  noticeRetryDelayMs: 500,
  noticeTimeoutMs: 15_000,
  reversalEventType: null,
  feeCard: {
    tiers: [
      { upTo: "20.00", fixed: "1.50" },
      { upTo: "39.90", fixed: "1.55" },
      { upTo: "95.00", fixed: "1.60" },
      { percent: "3.5" },
    ],
    igvPercent: "18",
  },
  mercadoPago: DEFAULT_MERCADOPAGO_SWITCHES,
}
