import type { AdminCase } from "../../../../http-types"
import { fieldsOf } from "../../../support/fields-of"

/** Fields of a case in lists, in the order of the answer. */
export const CASE_FIELDS = fieldsOf<AdminCase>()(
  "id",
  "reason",
  "detail",
  "status",
  "expected",
  "actual",
  "amount_at_risk",
  "currency_code",
  "provider_id",
  "voucher_id",
  "cip",
  "order_id",
  "order_display_id",
  "notice_id",
  "line_id",
  "payout_id",
  "opened_at",
  "resolution",
  "resolved_at",
  "resolved_by",
  "assigned_to",
  "claimed_on",
  "answer_due",
  "claim_reference",
  "returned_amount",
  "version",
  "created_at",
  "updated_at",
)

const UNSORTABLE: ReadonlySet<string> = new Set(["expected", "actual", "cip", "order_display_id"])

export const CASE_ORDERS = CASE_FIELDS.filter((field) => !UNSORTABLE.has(field))

/** Answered fields whose column has another name. */
export const CASE_COLUMNS = {
  amount_at_risk: "amount_at_risk_centimos",
  returned_amount: "returned_centimos",
}
