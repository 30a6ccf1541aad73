import type { AdminReconciliation } from "../../../../http-types"
import { fieldsOf } from "../../../support/fields-of"
import { CASE_FIELDS } from "../cases/fields"

/** Fields of a run in lists, in the order of the answer. */
export const RECONCILIATION_FIELDS = fieldsOf<AdminReconciliation>()(
  "id",
  "status",
  "trigger",
  "actor",
  "from",
  "to",
  "phase",
  "progress",
  "vouchers_count",
  "lines_count",
  "counts",
  "sums",
  "changes",
  "started_at",
  "finished_at",
  "duration_seconds",
  "lines_per_second",
  "error",
  "created_at",
)

const UNSORTABLE: ReadonlySet<string> = new Set([
  "counts",
  "sums",
  "changes",
  "duration_seconds",
  "lines_per_second",
])

export const RECONCILIATION_ORDERS = RECONCILIATION_FIELDS.filter((field) => !UNSORTABLE.has(field))

/** Answered fields whose column has another name. */
export const RECONCILIATION_COLUMNS = { from: "scope_from", to: "scope_to" }

export const RUN_CASE_FIELDS = [...CASE_FIELDS, "changes"] as const

export const RUN_CASE_ORDERS = ["amount_at_risk", "opened_at"] as const
