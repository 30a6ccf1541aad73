import { z } from "zod"
import { sameCurrency, type CurrencyCode } from "./currency"
import { MAX_FEE_TIERS, MAX_PERCENT_DECIMALS } from "./limits"
import { igvRatio, type IgvRatio } from "./igv"
import { percentParts, WHOLE_IN_PARTS } from "./percent"
import { parseCentimos, type Centimos } from "../peru/centimos"
import { multiplyHalfUp } from "../peru/rounding"

const amountSchema = z
  .string({ error: 'expected a decimal string with up to two digits, such as "1.50"' })
  .regex(
    /^\d{1,11}(\.\d{1,2})?$/,
    'expected a decimal string with up to two digits, such as "1.50"',
  )

const percentSchema = z
  .string({ error: 'expected a percentage as a decimal string, such as "3.5"' })
  .regex(
    new RegExp(`^\\d{1,3}(\\.\\d{1,${MAX_PERCENT_DECIMALS}})?$`),
    `expected a percentage with up to ${MAX_PERCENT_DECIMALS} decimals, such as "3.5"`,
  )
  .refine((text) => Number(text) <= 100, "expected a percentage up to 100")

const tierSchema = z
  .strictObject({
    /** Greatest amount of this tier, inclusive; absent in the last, open tier. */
    upTo: amountSchema.optional(),
    fixed: amountSchema.optional(),
    percent: percentSchema.optional(),
  })
  .refine(
    (tier) => tier.fixed !== undefined || tier.percent !== undefined,
    "expected `fixed`, `percent` or both",
  )

function checkTierOrder(
  tiers: readonly { upTo?: string | undefined }[],
  complain: (index: number, message: string) => void,
): void {
  let previous: string | undefined
  tiers.forEach(({ upTo }, index) => {
    const isLast = index === tiers.length - 1
    if (upTo === undefined && !isLast) {
      complain(index, "a tier without `upTo` covers every amount: it can only be the last one")
    } else if (upTo !== undefined && isLast) {
      complain(index, `amounts above ${upTo} are not covered: leave out \`upTo\` in the last tier`)
    }
    if (upTo !== undefined && previous !== undefined && !isAbove(upTo, previous)) {
      complain(index, `\`upTo\` is ${upTo} after ${previous}: expected tiers in ascending order`)
    }
    previous = upTo ?? previous
  })
}

/** A text in another form is the amount schema's to complain about. */
function isAbove(upTo: string, previous: string): boolean {
  const [one, other] = [amountSchema.safeParse(upTo), amountSchema.safeParse(previous)]
  return !one.success || !other.success || parseCentimos(one.data) > parseCentimos(other.data)
}

/**
 * The rate card of the merchant's contract (option `settlement.fees`). Amounts and percentages are
 * decimal strings; `tolerance` is in the major unit; `currency` says which payments it is for.
 */
export const feeCardSchema = z.strictObject({
  tiers: z
    .array(tierSchema)
    .min(1, "expected at least one tier")
    .max(MAX_FEE_TIERS, `expected at most ${MAX_FEE_TIERS} tiers`)
    .superRefine((tiers, context) => {
      checkTierOrder(tiers, (index, message) => {
        context.addIssue({ code: "custom", path: [index, "upTo"], message })
      })
    }),
  igvPercent: percentSchema.default("18"),
  tolerance: amountSchema.default("0.00"),
  currency: z
    .string()
    .regex(/^[A-Za-z]{3}$/, 'expected a currency code such as "PEN"')
    .default("PEN"),
})

export type FeeCardOptions = z.input<typeof feeCardSchema>

interface Tier {
  upTo: Centimos
  fixed: Centimos
  percentParts: number
}

/** A rate card ready to compute. */
export interface FeeCard {
  /** Of the payments that it is for, in lower case. */
  readonly currencyCode: CurrencyCode
  readonly tolerance: Centimos
  readonly igv: IgvRatio
  /** Whether payments in this currency are charged by this card. */
  covers(currencyCode: CurrencyCode): boolean
  /** Fee with IGV for a payment of `amount` céntimos; nothing is charged for zero or less. */
  feeFor(amount: Centimos): Centimos
}

/** A percentage of céntimos, rounded half up to céntimos. */
function percentOf(amount: Centimos, parts: number): Centimos {
  return multiplyHalfUp(amount, parts, WHOLE_IN_PARTS)
}

/**
 * Fee of the first tier whose `upTo` holds, rounded half up to céntimos; IGV on that rounded fee,
 * rounded half up; their sum. (One merchant's tariff that balances this way: vendor reference 5.4.)
 * @throws ZodError naming the option, what was found and what is expected.
 */
export function createFeeCard(options: FeeCardOptions): FeeCard {
  const card = feeCardSchema.parse(options)
  const igvParts = percentParts(card.igvPercent)
  const tiers: Tier[] = card.tiers.map((tier) => ({
    upTo: tier.upTo === undefined ? Infinity : parseCentimos(tier.upTo),
    fixed: parseCentimos(tier.fixed ?? "0"),
    percentParts: percentParts(tier.percent ?? "0"),
  }))

  function feeFor(amount: Centimos): Centimos {
    const tier = amount > 0 ? tiers.find(({ upTo }) => amount <= upTo) : undefined
    if (tier === undefined) {
      return 0
    }
    const fee = tier.fixed + percentOf(amount, tier.percentParts)
    return fee + percentOf(fee, igvParts)
  }

  return {
    currencyCode: card.currency.toLowerCase(),
    tolerance: parseCentimos(card.tolerance),
    igv: igvRatio(card.igvPercent),
    covers: (currencyCode) => sameCurrency(currencyCode, card.currency),
    feeFor,
  }
}
