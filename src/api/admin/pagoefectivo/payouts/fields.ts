import type { AdminPayout, AdminPayoutLine } from "../../../../http-types"
import { fieldsOf } from "../../../support/fields-of"
import { LINE_FIELDS } from "../settlement-reports/fields"

/** Fields of a payout in lists, in the order of the answer. */
export const PAYOUT_FIELDS = fieldsOf<AdminPayout>()(
  "id",
  "payout_id",
  "provider_id",
  "currency_code",
  "credited_on",
  "state",
  "lines_count",
  "gross",
  "fees",
  "fee_base",
  "igv",
  "igv_source",
  "net",
  "announced_net",
  "first_credited_at",
  "last_credited_at",
  "difference",
  "declared_difference",
  "lines_difference",
  "declared_total",
  "bank_deposit",
  "bank_deposited_at",
  "bank_reference",
  "entered_by",
  "deposit",
  "unmatched",
  "deposit_changes_count",
  "deposit_changes",
)

export const PAYOUT_LINE_FIELDS = fieldsOf<AdminPayoutLine>()(
  ...LINE_FIELDS,
  "report",
  "voucher",
  "order",
  "cases",
)
