import type { AdminListedRefund } from "../../../../http-types"
import { fieldsOf } from "../../../support/fields-of"

/** Fields of a refund in lists, in the order of the answer. */
export const REFUND_FIELDS = fieldsOf<AdminListedRefund>()(
  "id",
  "voucher_id",
  "amount",
  "currency_code",
  "status",
  "reference",
  "transferred_at",
  "recorded_by",
  "created_at",
  "updated_at",
  "provider_id",
  "cip",
  "order_id",
  "order_display_id",
)

/** The voucher's fields are put together on the way out. */
const UNSORTABLE: ReadonlySet<string> = new Set([
  "provider_id",
  "cip",
  "order_id",
  "order_display_id",
])

export const REFUND_ORDERS = REFUND_FIELDS.filter((field) => !UNSORTABLE.has(field))

/** Answered fields whose column has another name. */
export const REFUND_COLUMNS = { amount: "amount_centimos" }
