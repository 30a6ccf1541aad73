import { validate } from "node-cron"
import { z } from "zod"
import { DayFormatError, parseDay } from "../peru/lima"
import { feeCardSchema } from "../reconciliation/fee-card"
import { fxOptionsSchema } from "../reconciliation/fx-policy"
import { MAX_DUE_BUSINESS_DAYS } from "../peru/limits"
import { customFormatSchema } from "../settlement/formats/custom-format"
import { settlementSourceSchema } from "../settlement/sources/schema"
import { CONFIG_LIMITS as LIMITS } from "./limits"

const businessDays = z.number().int().min(0).max(MAX_DUE_BUSINESS_DAYS)

const day = z.string().superRefine((text, context) => {
  try {
    parseDay(text)
  } catch (error) {
    if (!(error instanceof DayFormatError)) throw error
    context.addIssue({ code: "custom", message: "a calendar day such as 2026-10-12" })
  }
})

const uniqueIds = (entries: { id: string }[]) =>
  new Set(entries.map(({ id }) => id)).size === entries.length

/** Fetching, importing and reconciling settlement reports. */
export const settlementSchema = z.strictObject({
  /** Cron expression of the nightly run, read in `timezone`. */
  schedule: z
    .string()
    .refine((text) => validate(text), 'a cron expression such as "0 3 * * *"')
    .default("0 3 * * *"),
  timezone: z
    .string()
    .refine(isTimeZone, "an IANA time zone such as America/Lima")
    .default("America/Lima"),
  /** Where reports are fetched from before each run. */
  sources: z
    .array(settlementSourceSchema)
    .max(LIMITS.maxSettlementSources)
    .refine(uniqueIds, "sources with different ids")
    .default([]),
  /** The merchant's own report formats, beside the built-in ones. */
  formats: z
    .array(customFormatSchema)
    .max(LIMITS.maxSettlementFormats)
    .refine(uniqueIds, "formats with different ids")
    .default([]),
  /** Peruvian business days from payment to settlement. */
  dueBusinessDays: businessDays.default(3),
  /** Business days until a refund must show in a report; as `dueBusinessDays` unless given. */
  refundDueBusinessDays: businessDays.optional(),
  /** The contract's rate card; without it fees are not judged. */
  fees: feeCardSchema.optional(),
  /**
   * Rate cards of providers with a contract of their own, by the entry's id, in place of `fees`; null:
   * the fees of this provider are not judged.
   */
  feesByProvider: z.record(z.string(), feeCardSchema.nullable()).default({}),
  /** What was agreed about settling in another currency. */
  fx: fxOptionsSchema.optional(),
  /** Days off beside Peru's national holidays. */
  extraHolidays: z.array(day).default([]),
  /** Days that are worked although they are a weekend or a holiday. */
  workingDays: z.array(day).default([]),
})

export type SettlementOptions = z.output<typeof settlementSchema>

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }) instanceof Intl.DateTimeFormat
  } catch {
    return false
  }
}
