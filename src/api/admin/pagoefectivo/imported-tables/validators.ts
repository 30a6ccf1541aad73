import { z } from "@medusajs/framework/zod"
import { listParams, oneOrMore } from "../../../support/params"

export const GetImportedTablesParams = listParams("-started_at")
  .omit({ order: true })
  .extend({ kind: oneOrMore(z.enum(["bank_deposits", "exchange_rates"])).optional() })
export type GetImportedTablesParamsType = z.infer<typeof GetImportedTablesParams>
