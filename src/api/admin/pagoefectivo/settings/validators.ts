import { z } from "@medusajs/framework/zod"
import { day } from "../../../support/day"
import { idText, listParams } from "../../../support/params"

export const GetSettingChangesParams = listParams("-at")
  .omit({ order: true, fields: true })
  .extend({ name: idText.optional(), provider_id: idText.optional() })
export type GetSettingChangesParamsType = z.infer<typeof GetSettingChangesParams>

/** The value is checked by the option's own schema. */
export const PostSetting = z.strictObject({
  value: z
    .unknown()
    .refine((value) => value !== undefined, 'expected a value, or null for "as configured"'),
  valid_from: day.optional(),
  provider_id: idText.nullish(),
  version: z.number().int().min(0),
})
export type PostSettingType = z.infer<typeof PostSetting>
