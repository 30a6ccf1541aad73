import { z } from "@medusajs/framework/zod"
import { LINE_STATUSES, LINE_TYPES } from "../../../../settlement"
import { exportParams } from "../../../support/export/export-params"
import { API_LIMITS as LIMITS } from "../../../support/limits"
import {
  dateRange,
  idText,
  listParams,
  oneOrMore,
  searchText,
  text,
  yesOrNo,
} from "../../../support/params"
import { yes } from "../../../support/upload-fields"
import { sortedBy } from "../../../support/sorted-by"
import { LINE_ORDERS, QUARANTINE_ORDERS, REPORT_FIELDS } from "./fields"

export const GetSettlementReportsParams = listParams("-started_at").extend({
  order: sortedBy(REPORT_FIELDS, "-started_at"),
  status: oneOrMore(z.enum(["importing", "imported", "failed", "withdrawn"])).optional(),
  format: oneOrMore(idText).optional(),
  sha256: oneOrMore(idText).optional(),
  /** Beginning of a file's name. */
  q: searchText.optional(),
  started_at: dateRange.optional(),
})
export type GetSettlementReportsParamsType = z.infer<typeof GetSettlementReportsParams>

const LINE_FILTERS = {
  type: oneOrMore(z.enum(LINE_TYPES)).optional(),
  status: oneOrMore(z.enum(LINE_STATUSES)).optional(),
  voucher_id: oneOrMore(idText).optional(),
  payout_id: oneOrMore(idText).optional(),
  /** `false`: only lines that no voucher was found for. */
  matched: yesOrNo.optional(),
  /** `true`: lines that another report tells better, instead of those that count. */
  replaced: yesOrNo.optional(),
}

export const GetLinesParams = listParams("line_number").extend({
  order: sortedBy(LINE_ORDERS, "line_number"),
  ...LINE_FILTERS,
})
export type GetLinesParamsType = z.infer<typeof GetLinesParams>

export const ExportLinesParams = z.object({ ...exportParams, ...LINE_FILTERS })
export type ExportLinesParamsType = z.infer<typeof ExportLinesParams>

export const GetQuarantineParams = listParams("line").extend({
  order: sortedBy(QUARANTINE_ORDERS, "line"),
})

export const PostWithdrawal = z.strictObject({
  note: text(LIMITS.maxNoteCharacters).nullish(),
})
export type PostWithdrawalType = z.infer<typeof PostWithdrawal>

export const PostReread = z.strictObject({})

/** The form's fields beside the file. */
export const UploadFields = z.strictObject({
  format: text(LIMITS.maxIdCharacters).default("auto"),
  dry_run: yes,
  /** For formats that name none. */
  currency_code: z
    .string()
    .toUpperCase()
    .pipe(z.enum(["PEN", "USD"]))
    .optional(),
  payout_id: text(LIMITS.maxIdCharacters).optional(),
  /** Whose report it is, in a store with several providers. */
  provider_id: text(LIMITS.maxIdCharacters).optional(),
})
