import { z } from "@medusajs/framework/zod"
import { API_LIMITS as LIMITS } from "../../../support/limits"
import { idText, pastLimaInstant, text } from "../../../support/params"

export const GetEvidenceParams = z.strictObject({
  format: z.enum(["json", "html"]).default("json"),
  /** Of the printed one. */
  lang: z.enum(["es", "en", "zh"]).default("es"),
})
export type GetEvidenceParamsType = z.infer<typeof GetEvidenceParams>

export const PostOtherPayment = z.strictObject({
  /** When the money came; a date without an offset is Lima's. */
  paid_at: pastLimaInstant,
  /** For example "Yape". */
  means: text(LIMITS.maxReferenceCharacters),
  reference: text(LIMITS.maxReferenceCharacters).nullish(),
})
export type PostOtherPaymentType = z.infer<typeof PostOtherPayment>

export const PostCode = z.strictObject({
  /** Unless named: the provider of the order's last code, or the store's only one. */
  provider_id: idText.optional(),
  /** Why there is another one; required where the order had a code. */
  reason: text(LIMITS.maxNoteCharacters).nullish(),
})
export type PostCodeType = z.infer<typeof PostCode>
