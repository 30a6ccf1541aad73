/** Fields of a settlement report in lists, in the order of the answer. */
export const REPORT_FIELDS = [
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
  "ignored_count",
  "duplicates_count",
  "first_day",
  "last_day",
  "started_at",
  "finished_at",
  "error",
  "kept_until",
  "created_at",
] as const

export const LINE_FIELDS = [
  "id",
  "report_id",
  "line_number",
  "external_reference",
  "payment_id",
  "type",
  "status",
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
] as const

/** Answered fields whose column has another name. */
export const LINE_COLUMNS = {
  amount: "amount_centimos",
  fee: "fee_centimos",
  net: "net_centimos",
  settlement_currency: "settlement_currency_code",
}

export const QUARANTINE_FIELDS = ["id", "line", "column", "found", "expected", "raw"] as const

export const QUARANTINE_COLUMNS = { line: "line_number", column: "column_name" }
