import type { AdminVoucher } from "../../../../http-types"
import { fieldsOf } from "../../../support/fields-of"

/** Fields of a voucher in lists, in the order of the answer. */
export const VOUCHER_FIELDS = fieldsOf<AdminVoucher>()(
  "id",
  "cip",
  "transaction_code",
  "status",
  "amount",
  "currency_code",
  "provider_id",
  "order_id",
  "order_display_id",
  "cart_id",
  "payment_session_id",
  "attempt",
  "payer_first_name",
  "url",
  "page_url",
  "issued_at",
  "expires_at",
  "paid_at",
  "paid_amount",
  "paid_currency_code",
  "captured_at",
  "closed_at",
  "reversed_at",
  "reminded_at",
  "gateway_status",
  "checked_at",
  "next_check_at",
  "closing_task",
  "created_at",
  "updated_at",
)

/** Fields that a list can't be sorted by, because they are put together on the way out. */
const UNSORTABLE: ReadonlySet<string> = new Set(["order_display_id", "page_url", "closing_task"])

export const VOUCHER_ORDERS = VOUCHER_FIELDS.filter((field) => !UNSORTABLE.has(field))

/** Answered fields whose column has another name. */
export const VOUCHER_COLUMNS = { amount: "amount_centimos", paid_amount: "paid_centimos" }
