import { z } from "@medusajs/framework/zod"
import { CASE_ACTIONS, RECONCILIATION_REASONS } from "../../../../reconciliation"
import { API_LIMITS as LIMITS } from "../../../support/limits"
import { dateRange, idText, listParams, oneOrMore, searchText, text } from "../../../support/params"
import { sortedBy } from "../../../support/sorted-by"
import { CASE_ORDERS } from "./fields"

const caseFilters = {
  reason: oneOrMore(z.enum(RECONCILIATION_REASONS)).optional(),
  status: oneOrMore(z.enum(["open", "resolved", "ignored"])).optional(),
  order_id: oneOrMore(idText).optional(),
  voucher_id: oneOrMore(idText).optional(),
  payout_id: oneOrMore(idText).optional(),
  provider_id: oneOrMore(idText).optional(),
  assigned_to: oneOrMore(idText).optional(),
  /** Beginning of a code or transaction code, a case's id, or an order's id or number. */
  q: searchText.optional(),
  opened_at: dateRange.optional(),
  resolved_at: dateRange.optional(),
  created_at: dateRange.optional(),
}

const CaseFilter = z.strictObject(caseFilters)
export type CaseFilterType = z.infer<typeof CaseFilter>

export const GetCasesParams = listParams("-opened_at").extend({
  order: sortedBy(CASE_ORDERS, "-opened_at"),
  ...caseFilters,
})
export type GetCasesParamsType = z.infer<typeof GetCasesParams>

export const ExportCasesParams = z.object({
  format: z.enum(["csv", "xlsx"]).default("csv"),
  ...caseFilters,
})
export type ExportCasesParamsType = z.infer<typeof ExportCasesParams>

const note = text(LIMITS.maxNoteCharacters)
const version = z.number().int().min(1)

const resolution = {
  action: z.enum(CASE_ACTIONS),
  /** Why; some actions need it. */
  note: note.nullish(),
  /** The bank's or the collector's reference; some actions need it. */
  reference: text(LIMITS.maxReferenceCharacters).nullish(),
}

export const ResolveCase = z.strictObject({
  ...resolution,
  order_id: idText.nullish(),
  voucher_id: idText.nullish(),
  /** The version that the person saw. */
  version: version.optional(),
})
export type ResolveCaseType = z.infer<typeof ResolveCase>

export const ReopenCase = z.strictObject({ note: note.nullish(), version: version.optional() })
export type ReopenCaseType = z.infer<typeof ReopenCase>

export const AddNote = z.strictObject({ note })
export type AddNoteType = z.infer<typeof AddNote>

export const AssignCase = z.strictObject({
  /** An admin user's id; null takes the case from whoever has it. */
  assigned_to: idText.nullable(),
  version: version.optional(),
})
export type AssignCaseType = z.infer<typeof AssignCase>

export const BulkCases = z
  .strictObject({
    ...resolution,
    ids: z.array(idText).min(1).max(LIMITS.maxBulkCases).optional(),
    filter: CaseFilter.optional(),
  })
  .refine(({ ids, filter }) => (ids === undefined) !== (filter === undefined), {
    message: 'expected either "ids" or "filter"',
  })
export type BulkCasesType = z.infer<typeof BulkCases>
