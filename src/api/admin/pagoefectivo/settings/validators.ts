import { z } from "@medusajs/framework/zod"
import { OPTION_LANGUAGES } from "../../../../workflows/settings/option-text"
import { day } from "../../../support/day"
import { idText, listParams } from "../../../support/params"

export const GetSettingsParams = z.strictObject({
  /** Of the options' meaning. */
  language: z.enum(OPTION_LANGUAGES).default("en"),
})
export type GetSettingsParamsType = z.infer<typeof GetSettingsParams>

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
