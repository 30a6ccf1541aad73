import { z } from "@medusajs/framework/zod"
import { API_LIMITS as LIMITS } from "../../../support/limits"
import { day } from "../../../support/day"
import { listParams, text } from "../../../support/params"
import { sortedBy } from "../../../support/sorted-by"
import { CLOSED_PERIOD_FIELDS } from "./present-closed-period"

const note = text(LIMITS.maxNoteCharacters)

export const GetClosedPeriodsParams = listParams("-from_day").extend({
  order: sortedBy(CLOSED_PERIOD_FIELDS, "-from_day"),
})

export const PostClosedPeriod = z
  .strictObject({ from_day: day, to_day: day, note: note.nullish() })
  .refine(({ from_day, to_day }) => from_day <= to_day, {
    message: '"from_day" must not be after "to_day"',
  })
export type PostClosedPeriodType = z.infer<typeof PostClosedPeriod>

export const ReopenClosedPeriod = z.strictObject({})
