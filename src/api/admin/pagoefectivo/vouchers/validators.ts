import { z } from "@medusajs/framework/zod"
import {
  dateRange,
  idText,
  listParams,
  oneOrMore,
  searchText,
  yesOrNo,
} from "../../../support/params"
import { sortedBy } from "../../../support/sorted-by"
import { VOUCHER_ORDERS } from "./fields"

export const VOUCHER_STATUSES = ["waiting", "paid", "expired", "voided", "reversed"] as const

export const GetVouchersParams = listParams("-created_at").extend({
  order: sortedBy(VOUCHER_ORDERS, "-created_at"),
  id: oneOrMore(idText).optional(),
  order_id: oneOrMore(idText).optional(),
  status: oneOrMore(z.enum(VOUCHER_STATUSES)).optional(),
  /** Beginning of a code or transaction code, an id, or an order's number. */
  q: searchText.optional(),
  created_at: dateRange.optional(),
  issued_at: dateRange.optional(),
  expires_at: dateRange.optional(),
  paid_at: dateRange.optional(),
  has_closing_task: yesOrNo.optional(),
})

export type GetVouchersParamsType = z.infer<typeof GetVouchersParams>
