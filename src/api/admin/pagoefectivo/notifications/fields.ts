import type { AdminNotice } from "../../../../http-types"
import { fieldsOf } from "../../../support/fields-of"

/** Fields of a notice in lists. The raw body and the headers stand only in the single notice. */
export const NOTICE_FIELDS = fieldsOf<AdminNotice>()(
  "id",
  "provider_id",
  "verdict",
  "status",
  "outcome",
  "event_type",
  "gateway_id",
  "transaction_code",
  "operation_number",
  "claimed_amount",
  "claimed_currency_code",
  "claimed_paid_at",
  "voucher_id",
  "received_at",
  "last_received_at",
  "deliveries",
  "tries",
  "next_try_at",
  "processed_at",
  "last_error",
  "replayed_by",
  "replayed_at",
)
