import { z } from "zod"
import { DayFormatError, parseDay, type CivilDay } from "../peru/lima"
import type { CurrencyCode } from "./currency"
import { MAX_REFERENCE_RATE_AGE_DAYS } from "./limits"
import type { FxPolicy } from "./policy"

const currencySchema = z.string().regex(/^[A-Za-z]{3}$/, 'expected a currency code such as "USD"')

const decimalSchema = z
  .string({ error: 'expected a decimal string, such as "3.745"' })
  .regex(/^\d{1,12}(\.\d{1,12})?$/, 'expected a decimal string, such as "3.745"')

const daySchema = z.string().superRefine((text, context) => {
  try {
    parseDay(text)
  } catch (error) {
    if (!(error instanceof DayFormatError)) {
      throw error
    }
    context.addIssue({ code: "custom", message: error.message })
  }
})

/** One day's reference rate: units of `to` for one unit of `from`. */
export const referenceRateSchema = z.strictObject({
  day: daySchema,
  from: currencySchema,
  to: currencySchema,
  rate: decimalSchema.refine((rate) => /[1-9]/.test(rate), "expected a rate above 0"),
})

/** What was agreed about the currency of settlements; rates come from the options or from a file. */
export const fxOptionsSchema = z.strictObject({
  settlementCurrency: currencySchema.optional(),
  bandPercent: decimalSchema.default("0"),
  rates: z.array(referenceRateSchema).default([]),
})

export type FxOptions = z.input<typeof fxOptionsSchema>

function pairOf(from: CurrencyCode, to: CurrencyCode): string {
  return `${from.toLowerCase()} ${to.toLowerCase()}`
}

/**
 * A day without a rate of its own (weekends, holidays) has that of the latest day before it, up to
 * seven days back; without one, the rate is not judged.
 * @throws ZodError naming the option and what is expected.
 */
export function createFxPolicy(options: FxOptions): FxPolicy {
  const { settlementCurrency, bandPercent, rates } = fxOptionsSchema.parse(options)
  const byPair = new Map<string, Map<CivilDay, string>>()
  for (const { day, from, to, rate } of rates) {
    const pair = pairOf(from, to)
    byPair.set(pair, (byPair.get(pair) ?? new Map<CivilDay, string>()).set(parseDay(day), rate))
  }

  function referenceRate(from: CurrencyCode, to: CurrencyCode, day: CivilDay): string | null {
    const known = byPair.get(pairOf(from, to))
    for (let age = 0; known !== undefined && age <= MAX_REFERENCE_RATE_AGE_DAYS; age++) {
      const rate = known.get(day - age)
      if (rate !== undefined) {
        return rate
      }
    }
    return null
  }

  return { settlementCurrency: settlementCurrency ?? null, bandPercent, referenceRate }
}
