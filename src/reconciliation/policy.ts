import { createBusinessCalendar, type BusinessCalendar } from "../peru/business-calendar"
import type { CurrencyCode } from "./currency"
import type { CivilDay } from "../peru/lima"
import type { FeeCard } from "./fee-card"
import type { FeeCardOn } from "./fee-cards"

/** What was agreed about settling in another currency. */
export interface FxPolicy {
  /** Currency that payments are settled in; null: each in its own. */
  settlementCurrency: CurrencyCode | null
  /** How far a rate may be from the reference, in percent, as a decimal string. */
  bandPercent: string
  /**
   * The reference rate of a day as a decimal string (units of `to` for one unit of `from`), or null
   * where there is none: then the rate is not judged.
   */
  referenceRate(from: CurrencyCode, to: CurrencyCode, day: CivilDay): string | null
}

export interface ReconciliationPolicy {
  calendar: BusinessCalendar
  /** Business days from payment to settlement (T+N). */
  dueBusinessDays: number
  /** Business days from a refund in the store until a report must show it. */
  refundDueBusinessDays: number
  /**
   * How long a payment that only the gateway tells of may wait for its capture before it is a case,
   * in milliseconds: notices and polling need a moment. A settled line does not wait.
   */
  captureGraceMs: number
  /** The rate card by the day of payment; null: fees are not judged. */
  feeCardOn: FeeCardOn
  fx: FxPolicy
}

const DEFAULT_DUE_BUSINESS_DAYS = 3
const DEFAULT_CAPTURE_GRACE_MS = 10 * 60_000

/** `feeCard`: one for payments of all days. */
export type PolicyOptions = Partial<ReconciliationPolicy> & { feeCard?: FeeCard | null }

/** Fills in what was left out: T+3, ten minutes for captures, no rate card, no exchange. */
export function createPolicy(options: PolicyOptions = {}): ReconciliationPolicy {
  const dueBusinessDays = options.dueBusinessDays ?? DEFAULT_DUE_BUSINESS_DAYS
  return {
    calendar: options.calendar ?? createBusinessCalendar(),
    dueBusinessDays,
    refundDueBusinessDays: options.refundDueBusinessDays ?? dueBusinessDays,
    captureGraceMs: options.captureGraceMs ?? DEFAULT_CAPTURE_GRACE_MS,
    feeCardOn: options.feeCardOn ?? (() => options.feeCard ?? null),
    fx: options.fx ?? { settlementCurrency: null, bandPercent: "0", referenceRate: () => null },
  }
}
