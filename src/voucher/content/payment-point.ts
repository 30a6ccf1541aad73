import { z } from "zod"
import { MAX_POINT_TEXT_CHARACTERS } from "../limits"

/** A short text that shoppers read. */
export const shortText = z.string().trim().min(1).max(MAX_POINT_TEXT_CHARACTERS)

export const paymentPointSchema = z.strictObject({
  /** As the shopper knows it, for example "Agente BCP". */
  name: shortText,
  /** `online` for a bank's web or app, `counter` for a place one walks into. */
  kind: z.enum(["online", "counter"]),
  /** Usual opening hours, in words. */
  hours: shortText.optional(),
  /** What the point charges the shopper, in words. */
  fee: shortText.optional(),
  /** What an agent may ask for to find the company. */
  companyCode: z
    .string()
    .regex(/^\d{1,10}$/, "expected 1 to 10 digits")
    .optional(),
})

export type PaymentPoint = z.infer<typeof paymentPointSchema>
