import { z } from "@medusajs/framework/zod"
import { parseDay } from "../../../../peru/lima"
import { day } from "../../../support/day"
import { exportParams } from "../../../support/export/export-params"
import { API_LIMITS as LIMITS } from "../../../support/limits"

/** Days of crediting in Lima, both included. */
const PERIOD = { from: day, to: day, by: z.enum(["day", "month"]).default("month") }

interface Days {
  from: string
  to: string
}

const isInOrder = ({ from, to }: Days) => from <= to
const IN_ORDER = { message: '"from" must not be after "to"' }

const isShort = ({ from, to }: Days) => parseDay(to) - parseDay(from) < LIMITS.maxPeriodDays
const SHORT = { message: `expected a period of at most ${LIMITS.maxPeriodDays} days` }

export const GetFeeTotalsParams = z
  .object(PERIOD)
  .refine(isInOrder, IN_ORDER)
  .refine(isShort, SHORT)
export type GetFeeTotalsParamsType = z.infer<typeof GetFeeTotalsParams>

export const ExportFeeTotalsParams = z
  .object({ ...exportParams, ...PERIOD })
  .refine(isInOrder, IN_ORDER)
  .refine(isShort, SHORT)
export type ExportFeeTotalsParamsType = z.infer<typeof ExportFeeTotalsParams>
