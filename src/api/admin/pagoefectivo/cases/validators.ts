import { z } from "@medusajs/framework/zod"
import { CASE_ACTIONS, RECONCILIATION_REASONS } from "../../../../reconciliation"
import { day } from "../../../support/day"
import { exportParams } from "../../../support/export/export-params"
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
  /** Users' ids, `me`, or `none` for cases that nobody has. */
  assigned_to: oneOrMore(idText).optional(),
  /** Of open cases: `due`: the answer is due today or was; `waiting`: not yet, or no day was named. */
  claimed: z.enum(["due", "waiting", "none"]).optional(),
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

export const ExportCasesParams = z.object({ ...exportParams, ...caseFilters })
export type ExportCasesParamsType = z.infer<typeof ExportCasesParams>

const note = text(LIMITS.maxNoteCharacters)
const version = z.number().int().min(1)

const resolution = {
  action: z.enum(CASE_ACTIONS),
  /** Why; some actions need it. */
  note: note.nullish(),
  /** The bank's or the collector's reference; some actions need it. */
  reference: text(LIMITS.maxReferenceCharacters).nullish(),
  /** For `claim`: Lima's days. */
  claimed_on: day.nullish(),
  answer_due: day.nullish(),
}

export const ResolveCase = z.strictObject({
  ...resolution,
  /** For `refunded_outside`: a part of what is at risk. */
  amount: z
    .string()
    .regex(/^\d{1,8}\.\d{2}$/, 'expected a decimal amount as text with two decimals, like "12.50"')
    .nullish(),
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

export const ClaimCase = z.strictObject({
  /** Lima's days. */
  claimed_on: day,
  answer_due: day,
  reference: text(LIMITS.maxReferenceCharacters).nullish(),
  note: note.nullish(),
  version: version.optional(),
})
export type ClaimCaseType = z.infer<typeof ClaimCase>

export const WithdrawClaim = ReopenCase
export type WithdrawClaimType = z.infer<typeof WithdrawClaim>

export const AssignCase = z.strictObject({
  /** An admin user's id; null takes the case from whoever has it. */
  assigned_to: idText.nullable(),
  version: version.optional(),
})
export type AssignCaseType = z.infer<typeof AssignCase>

export const BulkCases = z
  .strictObject({
    ...resolution,
    action: z.enum([...CASE_ACTIONS, "assign", "note", "reopen"]),
    /** For `assign`: an admin user's id, or null. */
    assigned_to: idText.nullish(),
    /** Those that the person saw, by case: one that changed since refuses. */
    versions: z.record(idText, version).optional(),
    ids: z.array(idText).min(1).max(LIMITS.maxBulkCases).optional(),
    filter: CaseFilter.optional(),
  })
  .refine(({ ids, filter }) => (ids === undefined) !== (filter === undefined), {
    message: 'expected either "ids" or "filter"',
  })
  .refine(({ action, assigned_to }) => (action === "assign") === (assigned_to !== undefined), {
    path: ["assigned_to"],
    message: 'expected with the action "assign", and with no other: a user\'s id, or null',
  })
  .refine(({ action, note: why }) => action !== "note" || Boolean(why), {
    path: ["note"],
    message: 'expected a text with the action "note"',
  })
export type BulkCasesType = z.infer<typeof BulkCases>
