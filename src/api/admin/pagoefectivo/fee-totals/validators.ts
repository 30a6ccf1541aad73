import { z } from "@medusajs/framework/zod"
import { parseDay } from "../../../../peru/lima"
import { day } from "../../../support/day"
import { API_LIMITS as LIMITS } from "../../../support/limits"

/** Days of crediting in Lima, both included. */
export const GetFeeTotalsParams = z
  .object({ from: day, to: day, by: z.enum(["day", "month"]).default("month") })
  .refine(({ from, to }) => from <= to, { message: '"from" must not be after "to"' })
  .refine(({ from, to }) => parseDay(to) - parseDay(from) < LIMITS.maxPeriodDays, {
    message: `expected a period of at most ${LIMITS.maxPeriodDays} days`,
  })
export type GetFeeTotalsParamsType = z.infer<typeof GetFeeTotalsParams>
