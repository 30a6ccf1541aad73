import { z } from "@medusajs/framework/zod"
import { parseCentimos } from "../../../../peru/centimos"
import { LINE_STATUSES, LINE_TYPES } from "../../../../settlement"
import { PAYOUT_LINE_ORDERS, PAYOUT_ORDERS, PAYOUT_STATES } from "../../../../modules/pagoefectivo"
import { MODULE_LIMITS } from "../../../../modules/pagoefectivo/limits"
import { exportParams } from "../../../support/export/export-params"
import { API_LIMITS as LIMITS } from "../../../support/limits"
import {
  idText,
  listParams,
  oneOrMore,
  pastLimaInstant,
  searchText,
  text,
  yesOrNo,
} from "../../../support/params"
import { sortedBy } from "../../../support/sorted-by"
import { TableFields } from "../../../support/table-upload"

const FILTERS = {
  payout_id: idText.optional(),
  state: oneOrMore(z.enum(PAYOUT_STATES)).optional(),
  /** `true`: deposits that wait for a report; `false`: all others. */
  unmatched: yesOrNo.optional(),
  /** Part of the payout's number or of the bank's reference, or an amount. */
  q: searchText.optional(),
}

export type PayoutFilters = z.infer<z.ZodObject<typeof FILTERS>>

export const GetPayoutsParams = listParams("-credited_on").extend({
  order: sortedBy(Object.keys(PAYOUT_ORDERS), "-credited_on"),
  ...FILTERS,
})
export type GetPayoutsParamsType = z.infer<typeof GetPayoutsParams>

export const ExportPayoutsParams = z.object({ ...exportParams, ...FILTERS })
export type ExportPayoutsParamsType = z.infer<typeof ExportPayoutsParams>

export const GetPayoutLinesParams = listParams("credited_at").extend({
  order: sortedBy(Object.keys(PAYOUT_LINE_ORDERS), "credited_at"),
  type: oneOrMore(z.enum(LINE_TYPES)).optional(),
  status: oneOrMore(z.enum(LINE_STATUSES)).optional(),
  /** `true`: lines with an open case, without a code, or whose net is not amount − fee. */
  trouble: yesOrNo.optional(),
  /** Part of a code, payment id or reference, an order's number, or an amount. */
  q: searchText.optional(),
})
export type GetPayoutLinesParamsType = z.infer<typeof GetPayoutLinesParams>

const currencyCode = z
  .string()
  .regex(/^[A-Za-z]{3}$/, 'expected a currency code such as "pen"')
  .toLowerCase()

export const GetPayoutChangesParams = listParams("-at").omit({ order: true, fields: true }).extend({
  payout_id: idText.optional(),
  provider_id: idText.optional(),
  currency_code: currencyCode.optional(),
})
export type GetPayoutChangesParamsType = z.infer<typeof GetPayoutChangesParams>

/** A decimal text such as "1250.40", as céntimos. */
const amount = z
  .string()
  .regex(/^\d{1,8}(\.\d{1,2})?$/, 'expected a decimal amount as text, like "1250.40"')
  .transform(parseCentimos)
  .refine((centimos) => centimos <= MODULE_LIMITS.maxCentimos, "expected at most 21474836.47")

export const PostPayout = z.strictObject({
  payout_id: idText,
  provider_id: idText.optional(),
  currency_code: currencyCode,
  /** Null withdraws a deposit that was entered by mistake. */
  bank_deposit: amount.nullable(),
  bank_deposited_at: pastLimaInstant.nullish(),
  bank_reference: text(LIMITS.maxReferenceCharacters).nullish(),
  /** What the collector's own statement says, where the report does not. */
  declared_total: amount.nullish(),
  /** Why it is entered or changed. */
  note: text(LIMITS.maxNoteCharacters).nullish(),
})
export type PostPayoutType = z.infer<typeof PostPayout>

/** Beside a file of deposits: whose payouts they are, in a store with several providers. */
export const DepositFields = TableFields.extend({ provider_id: idText.optional() })
