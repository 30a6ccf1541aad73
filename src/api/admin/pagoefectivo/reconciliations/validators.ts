import { z } from "@medusajs/framework/zod"
import { day } from "../../../support/day"
import { exportParams } from "../../../support/export/export-params"
import { dateRange, listParams, oneOrMore } from "../../../support/params"
import { sortedBy } from "../../../support/sorted-by"
import { RECONCILIATION_ORDERS, RUN_CASE_ORDERS } from "./fields"

const FILTERS = {
  status: oneOrMore(z.enum(["pending", "running", "completed", "failed"])).optional(),
  trigger: oneOrMore(z.enum(["schedule", "manual"])).optional(),
  created_at: dateRange.optional(),
}

export const GetReconciliationsParams = listParams("-created_at").extend({
  order: sortedBy(RECONCILIATION_ORDERS, "-created_at"),
  ...FILTERS,
})
export type GetReconciliationsParamsType = z.infer<typeof GetReconciliationsParams>

export const ExportReconciliationsParams = z.object({ ...exportParams, ...FILTERS })
export type ExportReconciliationsParamsType = z.infer<typeof ExportReconciliationsParams>
export const RUN_CHANGES = ["opened", "updated", "healed", "reopened", "ask_person"] as const

export const GetRunCasesParams = listParams("-amount_at_risk").extend({
  order: sortedBy(RUN_CASE_ORDERS, "-amount_at_risk"),
  /** Only cases to which the run did this. */
  change: z.enum(RUN_CHANGES).optional(),
})
export type GetRunCasesParamsType = z.infer<typeof GetRunCasesParams>

/** `{}` for everything, or the days of payment, both included. */
export const PostReconciliation = z
  .strictObject({ from: day.nullish(), to: day.nullish() })
  .refine(({ from, to }) => (from == null) === (to == null), {
    message: 'expected both "from" and "to", or neither',
  })
  .refine(({ from, to }) => from == null || to == null || from <= to, {
    message: '"from" must not be after "to"',
  })
export type PostReconciliationType = z.infer<typeof PostReconciliation>
