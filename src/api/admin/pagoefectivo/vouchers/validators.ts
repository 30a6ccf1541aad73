import { z } from "@medusajs/framework/zod"
import { exportParams } from "../../../support/export/export-params"
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

const FILTERS = {
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
}

const OWN_LISTS = {
  /** `false`: booked, and no report has settled it; those paid longest ago first. */
  settled: z.literal("false").optional(),
  /** `true`: orders that wait, and none of their codes can be paid any more; closed longest ago first. */
  stranded: z.literal("true").optional(),
}

export const GetVouchersParams = listParams("-created_at")
  .extend({ order: sortedBy(VOUCHER_ORDERS, "-created_at"), ...FILTERS, ...OWN_LISTS })
  .refine(isAlone, { message: "expected no other filter beside settled or stranded" })

/** A list of its own takes no filter beside it. */
function isAlone({
  settled,
  stranded,
  ...params
}: { settled?: unknown; stranded?: unknown } & object): boolean {
  const chosen = [settled, stranded].filter(Boolean).length
  const filtered = Object.keys(params).some((name) => name in FILTERS)
  return chosen === 0 || (chosen === 1 && !filtered)
}

export type GetVouchersParamsType = z.infer<typeof GetVouchersParams>

export const ExportVouchersParams = z
  .object({ ...exportParams, ...FILTERS, ...OWN_LISTS })
  .refine(isAlone, { message: "expected no other filter beside settled or stranded" })

export type ExportVouchersParamsType = z.infer<typeof ExportVouchersParams>
