import type {
  AdminQuarantinedRow,
  AdminSettlementLine,
  AdminSettlementReport,
} from "../../../../http-types"
import { fieldsOf } from "../../../support/fields-of"

/** Fields of a settlement report in lists, in the order of the answer. */
export const REPORT_FIELDS = fieldsOf<AdminSettlementReport>()(
  "id",
  "filename",
  "sha256",
  "size_bytes",
  "format",
  "time_zone",
  "provider_id",
  "source",
  "imported_by",
  "status",
  "lines_count",
  "quarantined_count",
  "fixed_count",
  "ignored_count",
  "left_out",
  "duplicates_count",
  "replaced_count",
  "first_day",
  "last_day",
  "started_at",
  "finished_at",
  "error",
  "history",
  "kept_until",
  "created_at",
)

export const LINE_FIELDS = fieldsOf<AdminSettlementLine>()(
  "id",
  "report_id",
  "line_number",
  "external_reference",
  "payment_id",
  "type",
  "status",
  "announced",
  "ledger",
  "amount",
  "currency_code",
  "fee",
  "net",
  "paid_at",
  "credited_at",
  "payout_id",
  "settlement_currency",
  "fx_rate",
  "voucher_id",
  "matched_by",
  "replaced_by",
)

export const LINE_ORDERS = LINE_FIELDS.filter((field) => field !== "announced")

/** Answered fields whose column has another name. */
export const LINE_COLUMNS = {
  amount: "amount_centimos",
  fee: "fee_centimos",
  net: "net_centimos",
  settlement_currency: "settlement_currency_code",
}

export const QUARANTINE_FIELDS = fieldsOf<AdminQuarantinedRow>()(
  "id",
  "line",
  "column",
  "found",
  "expected",
  "reason",
  "raw",
  "fixed_by",
)

export const QUARANTINE_ORDERS = QUARANTINE_FIELDS.filter((field) => field !== "reason")

export const QUARANTINE_COLUMNS = { line: "line_number", column: "column_name" }
