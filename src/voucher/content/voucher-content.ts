import { z } from "zod"
import { MAX_PAYMENT_POINTS, MAX_WORDING_CHARACTERS } from "../limits"
import { placeholdersOf, type WordingKey, wordingKeys } from "../wording/wording"
import { defaultPaymentPoints } from "./default-payment-points"
import { paymentPointSchema, shortText } from "./payment-point"

const wordingText = z.string().trim().min(1).max(MAX_WORDING_CHARACTERS)

const overridesSchema = z
  .partialRecord(z.enum(wordingKeys), wordingText)
  .superRefine((texts, context) => {
    for (const [key, text] of Object.entries(texts) as [WordingKey, string][]) {
      const allowed = placeholdersOf(key)
      const unknown = [...text.matchAll(/\{(\w+)\}/g)].filter(
        ([, name]) => !allowed.includes(name as string),
      )
      if (unknown.length > 0) {
        context.addIssue({
          code: "custom",
          path: [key],
          message: `found ${unknown.map(([whole]) => whole).join(", ")}, expected ${
            allowed.map((name) => `{${name}}`).join(", ") || "no value in braces"
          }`,
        })
      }
    }
  })

/**
 * The part of a voucher that may date: where to pay, what to ask for, and the wording. Every field has
 * a default, so `{}` is a complete content.
 */
export const voucherContentSchema = z.strictObject({
  /** The company a shopper looks for at a bank or an agent. */
  companyName: shortText.default("PagoEfectivo"),
  /** The service a shopper chooses, by the voucher's currency. */
  serviceNames: z
    .strictObject({
      pen: shortText.default("PagoEfectivo Soles"),
      usd: shortText.default("PagoEfectivo Dólares"),
    })
    .prefault({}),
  /** Replaces the default list as a whole. */
  paymentPoints: z
    .array(paymentPointSchema)
    .min(1)
    .max(MAX_PAYMENT_POINTS)
    .default(() => structuredClone(defaultPaymentPoints)),
  /** Own texts by language and key; what is missing keeps the default. */
  wording: z
    .strictObject({ es: overridesSchema.optional(), en: overridesSchema.optional() })
    .default({}),
})

export type VoucherContent = z.infer<typeof voucherContentSchema>
/** What a merchant writes in the options: every field may be left out. */
export type VoucherContentOptions = z.input<typeof voucherContentSchema>

export const defaultVoucherContent: VoucherContent = voucherContentSchema.parse({})
