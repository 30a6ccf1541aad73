import type { z } from "@medusajs/framework/zod"
import { listParams } from "../../../support/params"

export const GetExchangeRatesParams = listParams("-day").omit({ order: true, fields: true })
export type GetExchangeRatesParamsType = z.infer<typeof GetExchangeRatesParams>
