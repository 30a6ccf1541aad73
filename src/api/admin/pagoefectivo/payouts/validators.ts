import { z } from "@medusajs/framework/zod"
import { parseCentimos } from "../../../../reconciliation"
import { MODULE_LIMITS } from "../../../../modules/pagoefectivo/limits"
import { API_LIMITS as LIMITS } from "../../../support/limits"
import { idText, instantParam, listParams, text } from "../../../support/params"
import { TableFields } from "../../../support/table-upload"

export const GetPayoutsParams = listParams("payout_id").omit({ order: true, fields: true }).extend({
  payout_id: idText.optional(),
})
export type GetPayoutsParamsType = z.infer<typeof GetPayoutsParams>

/** A decimal text such as "1250.40", as céntimos. */
const amount = z
  .string()
  .regex(/^\d{1,8}(\.\d{1,2})?$/, 'expected a decimal amount as text, like "1250.40"')
  .transform(parseCentimos)
  .refine((centimos) => centimos <= MODULE_LIMITS.maxCentimos, "expected at most 21474836.47")

export const PostPayout = z.strictObject({
  payout_id: idText,
  provider_id: idText.optional(),
  currency_code: z
    .string()
    .regex(/^[A-Za-z]{3}$/, 'expected a currency code such as "pen"')
    .toLowerCase(),
  bank_deposit: amount,
  bank_deposited_at: instantParam.nullish(),
  bank_reference: text(LIMITS.maxReferenceCharacters).nullish(),
  /** What the collector's own statement says, where the report does not. */
  declared_total: amount.nullish(),
})
export type PostPayoutType = z.infer<typeof PostPayout>

/** Beside a file of deposits: whose payouts they are, in a store with several providers. */
export const DepositFields = TableFields.extend({ provider_id: idText.optional() })
