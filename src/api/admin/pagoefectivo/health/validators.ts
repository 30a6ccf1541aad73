import { z } from "@medusajs/framework/zod"
import { yesOrNo } from "../../../support/params"

export const GetHealthParams = z.object({
  /** Asks the gateway anew, within bounds; otherwise its answer may be a minute old. */
  refresh: yesOrNo.optional(),
})

export type GetHealthParamsType = z.infer<typeof GetHealthParams>
