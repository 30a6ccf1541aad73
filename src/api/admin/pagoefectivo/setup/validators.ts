import { z } from "@medusajs/framework/zod"
import { OPTIONAL_STEPS } from "../../../../workflows/first-steps/state"
import { idText } from "../../../support/params"

/** The provider may be left out where there is one. */
export const PostTest = z.strictObject({ provider_id: idText.optional() })
export type PostTestType = z.infer<typeof PostTest>

export const PostDismiss = z.strictObject({ dismissed: z.boolean().default(true) })
export type PostDismissType = z.infer<typeof PostDismiss>

export const PostSkip = z.strictObject({
  step: z.enum(OPTIONAL_STEPS),
  skipped: z.boolean().default(true),
})
export type PostSkipType = z.infer<typeof PostSkip>
