import { z } from "@medusajs/framework/zod"
import { exportParams } from "../../../support/export/export-params"
import { API_LIMITS as LIMITS } from "../../../support/limits"
import {
  dateRange,
  idText,
  listParams,
  oneOrMore,
  pastLimaInstant,
  searchText,
  text,
} from "../../../support/params"
import { sortedBy } from "../../../support/sorted-by"
import { REFUND_ORDERS } from "./fields"

const REFUND_STATUSES = [
  "to_transfer",
  "transferred",
  "in_process",
  "approved",
  "rejected",
] as const

const FILTERS = {
  status: oneOrMore(z.enum(REFUND_STATUSES)).optional(),
  voucher_id: oneOrMore(idText).optional(),
  /** Beginning of a code or transaction code, an order's number, a reference or an id. */
  q: searchText.optional(),
  created_at: dateRange.optional(),
  transferred_at: dateRange.optional(),
}

export const GetRefundsParams = listParams("-created_at").extend({
  order: sortedBy(REFUND_ORDERS, "-created_at"),
  ...FILTERS,
})

export type GetRefundsParamsType = z.infer<typeof GetRefundsParams>

export const ExportRefundsParams = z.object({ ...exportParams, ...FILTERS })
export type ExportRefundsParamsType = z.infer<typeof ExportRefundsParams>

export const PostTransferred = z.strictObject({
  /** When the bank made the transfer; a day without an hour is Lima's. */
  date: pastLimaInstant,
  /** The bank's number of the transfer. */
  reference: text(LIMITS.maxReferenceCharacters),
})

export type PostTransferredType = z.infer<typeof PostTransferred>
