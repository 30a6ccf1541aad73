import { z } from "@medusajs/framework/zod"
import { DayFormatError, parseDay } from "../../peru/lima"

/** A calendar day of Lima as `YYYY-MM-DD`; of an instant, its date counts. */
export const day = z.string().transform((text, context) => {
  const found = text.slice(0, 10)
  try {
    parseDay(found)
    return found
  } catch (error) {
    if (!(error instanceof DayFormatError)) throw error
    context.addIssue({ code: "custom", message: "expected a day such as 2026-10-12" })
    return z.NEVER
  }
})
