import { z } from "@medusajs/framework/zod"
import { instantParam } from "../../../support/params"

export const GetSummaryParams = z.object({
  /** Default: 30 days before `to`. */
  from: instantParam.optional(),
  /** Default: now. Exclusive. */
  to: instantParam.optional(),
})

export type GetSummaryParamsType = z.infer<typeof GetSummaryParams>
