import type {
  AdminQuarantinedRow,
  AdminReportChange,
  AdminReportLeftOut,
  AdminReportPreview,
  AdminRowProblem,
  AdminSettlementLine,
  AdminSettlementReport,
} from "../../../../http-types"
import type {
  LeftOut,
  QuarantinedRowRow,
  SettlementLineRow,
  SettlementReportRow,
} from "../../../../modules/pagoefectivo"
import { formatCentimos } from "../../../../peru/centimos"
import type { RejectedRow } from "../../../../settlement"
import type { ReportOutcome } from "../../../../workflows/settlement/import-report"
import { isAnnounced } from "../../../../reconciliation"
import { lineFact } from "../../../../workflows/reconciliation/voucher-facts"
import { iso } from "../../../support/iso"

export function presentReport(report: SettlementReportRow): AdminSettlementReport {
  return {
    id: report.id,
    filename: report.filename,
    sha256: report.sha256,
    size_bytes: report.size_bytes,
    format: report.format,
    time_zone: report.time_zone,
    provider_id: report.provider_id,
    source: report.source,
    imported_by: report.imported_by,
    status: report.status,
    lines_count: report.lines_count,
    quarantined_count: report.quarantined_count,
    fixed_count: report.fixed_count,
    ignored_count: report.ignored_count,
    left_out: presentLeftOut(report.left_out as LeftOut | null),
    duplicates_count: report.duplicates_count,
    replaced_count: report.replaced_count,
    first_day: report.first_day,
    last_day: report.last_day,
    started_at: iso(report.started_at),
    finished_at: iso(report.finished_at),
    error: report.error,
    history: (report.history ?? []) as unknown as AdminReportChange[],
    kept_until: iso(report.kept_until),
    created_at: iso(report.created_at),
  }
}

/** Of a report from before this was kept: nothing. */
function presentLeftOut(leftOut: LeftOut | null): AdminReportLeftOut {
  const { rows, words, sheets } = leftOut ?? { rows: {}, words: {}, sheets: [] }
  const unknown_words = Object.entries(words).map(([word, rowsCount]) => ({
    word,
    rows_count: rowsCount,
  }))
  return { ignored_rows: rows, unknown_words, unread_sheets: sheets }
}

/** What an import would make of a file, with the first rows that it could not read. */
export function presentPreview({
  quarantined_rows,
  left_out,
  ...report
}: ReportOutcome): AdminReportPreview {
  return {
    id: null,
    ...report,
    left_out: presentLeftOut(left_out),
    quarantined_rows: quarantined_rows.map(presentRowProblem),
  }
}

/** A row that could not be read, as the reader tells of it. */
export function presentRowProblem({
  lineNumber,
  column,
  found,
  expected,
  reason,
  raw,
}: RejectedRow): AdminRowProblem {
  return { line: lineNumber, column, found, expected, reason, raw }
}

function money(centimos: number | null): string | null {
  return centimos === null ? null : formatCentimos(centimos)
}

/** A movement as the report has it: money as decimal text, times as ISO 8601 in UTC. */
export function presentLine(line: SettlementLineRow): AdminSettlementLine {
  return {
    id: line.id,
    report_id: line.report_id,
    line_number: line.line_number,
    external_reference: line.external_reference,
    payment_id: line.payment_id,
    type: line.type,
    status: line.status,
    announced: isAnnounced(lineFact(line), Date.now()),
    ledger: line.ledger ?? "movements",
    amount: formatCentimos(line.amount_centimos),
    currency_code: line.currency_code,
    fee: money(line.fee_centimos),
    net: money(line.net_centimos),
    paid_at: iso(line.paid_at),
    credited_at: iso(line.credited_at),
    payout_id: line.payout_id,
    settlement_currency: line.settlement_currency_code,
    fx_rate: line.fx_rate,
    voucher_id: line.voucher_id,
    matched_by: line.matched_by,
    replaced_by: line.replaced_by,
  }
}

/** One that is stored. */
export function presentQuarantinedRow(row: QuarantinedRowRow): AdminQuarantinedRow {
  return {
    id: row.id,
    line: row.line_number,
    column: row.column_name,
    found: row.found,
    expected: row.expected,
    reason: row.reason as AdminQuarantinedRow["reason"],
    raw: row.raw,
    fixed_by: row.fixed_by,
  }
}
