import { once } from "node:events"
import { finished } from "node:stream/promises"
import { from as copyFrom, type CopyStreamQuery } from "pg-copy-streams"
import { MedusaError } from "@medusajs/framework/utils"
import { SUGGESTION_WINDOW_DAYS } from "../../reconciliation"
import type { QuarantinedRow, ReportEvent } from "../../settlement"
import { MODULE_LIMITS as LIMITS } from "./limits"
import { rawConnectionOf } from "./raw-connection"
import type { SqlConnection } from "./sql"
import { COPY_STAGE, CREATE_STAGE, stagedRows, type RowCounts } from "./staged-row"
import type { SettlementLineRow } from "./types"

export interface ImportedRows {
  lines_count: number
  quarantined_count: number
  ignored_count: number
  /** Rows that an earlier report had brought already. */
  duplicates_count: number
  /** Lima's days of the first and last movement. */
  first_day: string | null
  last_day: string | null
}

/** What a dry run shows beside the counts: the first rows that could not be read. */
export interface PreviewedRows extends ImportedRows {
  quarantined_rows: QuarantinedRow[]
}

export interface CandidateRow {
  id: string
  cip: string
  order_id: string | null
  amount_centimos: number
  currency_code: string
  at: Date
}

export interface ReportImport {
  reportId: string
  providerId: string
  batches: AsyncIterable<ReportEvent[]>
}

/** For sorting and joining while a report is taken in; the default is for small look-ups. */
const IMPORT_MEMORY = "SET LOCAL work_mem = '64MB'"

const PAYMENT_KEY = (column: string) =>
  `regexp_replace(regexp_replace(regexp_replace(lower(${column}), '\\s', '', 'g'),
     '^(\\d+)\\.0+$', '\\1'), '^0+(\\?=\\d+$)', '')`

/**
 * The n-th of equal rows of a file is the n-th of every other file, so that equal rows of one file
 * are all kept and those of a second one are not kept twice. Ids tell report and line, and grow with
 * them, which keeps the index compact.
 */
const MERGE = `
  WITH repeated AS (
    SELECT line_number,
           row_number() OVER (PARTITION BY fingerprint ORDER BY line_number) AS occurrence
    FROM pagoefectivo_stage
    WHERE fingerprint IN (
      SELECT fingerprint FROM pagoefectivo_stage GROUP BY fingerprint HAVING count(*) > 1)
  )
  INSERT INTO pagoefectivo_settlement_line
    (id, report_id, line_number, fingerprint, occurrence, provider_id, external_reference,
     payment_id, type, status, currency_code, amount_centimos, fee_centimos, net_centimos, paid_at,
     credited_at, payout_id, settlement_currency_code, fx_rate, voucher_id, matched_by)
  SELECT 'pelin_' || right(:reportId, 26) || '_' || lpad(s.line_number::text, 8, '0'), :reportId,
         s.line_number, s.fingerprint, coalesce(r.occurrence, 1),
         coalesce(v.provider_id, :providerId),
         s.external_reference, s.payment_id, s.type, s.status, s.currency_code, s.amount_centimos,
         s.fee_centimos, s.net_centimos,
         timestamptz 'epoch' + s.paid_ms * interval '1 millisecond',
         timestamptz 'epoch' + s.credited_ms * interval '1 millisecond',
         s.payout_id, s.settlement_currency_code, s.fx_rate, v.id,
         CASE WHEN v.id IS NOT NULL THEN 'transaction_code' END
  FROM pagoefectivo_stage s
  LEFT JOIN repeated r ON r.line_number = s.line_number
  LEFT JOIN pagoefectivo_voucher v ON v.reference_key = s.reference_key AND v.deleted_at IS NULL
  WHERE s.fingerprint IS NOT NULL
  ON CONFLICT (fingerprint, occurrence) DO NOTHING`

const QUARANTINE = `
  INSERT INTO pagoefectivo_quarantined_row
    (id, report_id, line_number, column_name, found, expected, raw)
  SELECT 'pequa_' || right(:reportId, 26) || '_' || lpad(line_number::text, 8, '0'), :reportId,
         line_number, column_name, found, expected, raw
  FROM pagoefectivo_stage WHERE fingerprint IS NULL`

const PREVIEW = `
  SELECT line_number AS "lineNumber", column_name AS "column", found, expected, raw
  FROM pagoefectivo_stage WHERE fingerprint IS NULL ORDER BY line_number LIMIT ?`

const DAYS = `
  SELECT to_char(to_timestamp(min(moment) / 1000.0) AT TIME ZONE 'America/Lima', 'YYYY-MM-DD') AS first,
         to_char(to_timestamp(max(moment) / 1000.0) AT TIME ZONE 'America/Lima', 'YYYY-MM-DD') AS last
  FROM (SELECT coalesce(paid_ms, credited_ms) AS moment FROM pagoefectivo_stage) AS moments`

/** Takes settlement reports in, and finds the vouchers of their lines. */
export class SettlementStore {
  constructor(private readonly sql: SqlConnection) {}

  /**
   * All rows of one report, in one transaction: a crash leaves nothing half done. Memory stays flat,
   * because rows are read only as fast as the database takes them.
   */
  async importRows(report: ReportImport): Promise<ImportedRows> {
    const trx = await this.sql.transaction()
    try {
      const rows = await this.importInto(trx, report)
      await trx.commit()
      return rows
    } catch (error) {
      await trx.rollback()
      throw error
    }
  }

  /** Does everything that an import does, says what came of it, and takes it all back. */
  async previewRows(report: ReportImport): Promise<PreviewedRows> {
    const trx = await this.sql.transaction()
    try {
      const counts = await this.importInto(trx, report)
      const { rows } = await trx.raw<{ rows: QuarantinedRow[] }>(PREVIEW, [LIMITS.previewedRows])
      return { ...counts, quarantined_rows: rows }
    } finally {
      await trx.rollback()
    }
  }

  private async importInto(trx: SqlConnection, report: ReportImport): Promise<ImportedRows> {
    await trx.raw(IMPORT_MEMORY)
    await trx.raw(CREATE_STAGE)
    const counts = await stage(trx, report.batches)
    await trx.raw("ANALYZE pagoefectivo_stage")
    const { reportId, providerId } = report
    const merged = await trx.raw<{ rowCount: number }>(MERGE, { reportId, providerId })
    if (counts.quarantined > 0) await trx.raw(QUARANTINE, { reportId })
    if (merged.rowCount > LIMITS.analyzeFromLines) {
      // The next statements are planned before the database would count by itself.
      await trx.raw("ANALYZE pagoefectivo_settlement_line")
    }
    await matchByPaymentId(trx, reportId)
    const { rows } = await trx.raw<{ rows: { first: string | null; last: string | null }[] }>(DAYS)
    const rowsOf: ImportedRows = {
      lines_count: merged.rowCount,
      quarantined_count: counts.quarantined,
      ignored_count: counts.ignored,
      duplicates_count: counts.lines - merged.rowCount,
      first_day: rows[0]?.first ?? null,
      last_day: rows[0]?.last ?? null,
    }
    await trx("pagoefectivo_settlement_report")
      .where({ id: reportId })
      .update({ ...rowsOf, status: "imported", finished_at: new Date(), error: null })
    return rowsOf
  }

  /**
   * A person says which voucher a line belongs to. A line that has one already stays with it.
   * @throws MedusaError (not_found) when there is no such line without a voucher, or no such voucher.
   */
  async linkLine(lineId: string, voucherId: string): Promise<void> {
    const { rowCount } = await this.sql.raw<{ rowCount: number }>(
      `UPDATE pagoefectivo_settlement_line l
       SET voucher_id = v.id, matched_by = 'person', updated_at = now()
       FROM pagoefectivo_voucher v
       WHERE l.id = ? AND v.id = ? AND l.deleted_at IS NULL AND v.deleted_at IS NULL
         AND (l.voucher_id IS NULL OR l.voucher_id = v.id)`,
      [lineId, voucherId],
    )
    if (rowCount > 0) return
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Line ${lineId} can't be linked to voucher ${voucherId}: one of them does not exist, or the line belongs to another voucher.`,
    )
  }

  /** Vouchers that a line without one may belong to: alike in amount, within some days, unsettled. */
  async listCandidates(line: SettlementLineRow, limit: number): Promise<CandidateRow[]> {
    const { rows } = await this.sql.raw<{ rows: CandidateRow[] }>(
      `SELECT v.id, v.cip, v.order_id, v.amount_centimos, v.currency_code,
              coalesce(v.paid_at, v.issued_at) AS at
       FROM pagoefectivo_voucher v
       WHERE v.deleted_at IS NULL AND v.currency_code = :currency
         AND v.amount_centimos BETWEEN :least AND :most
         AND (:at::timestamptz IS NULL
              OR coalesce(v.paid_at, v.issued_at)
                 BETWEEN :at::timestamptz - :days * interval '1 day'
                     AND :at::timestamptz + :days * interval '1 day')
         AND NOT EXISTS (
           SELECT 1 FROM pagoefectivo_settlement_line own
           WHERE own.voucher_id = v.id AND own.type = 'payment' AND own.deleted_at IS NULL)
       ORDER BY abs(v.amount_centimos - :amount), v.id LIMIT :limit`,
      {
        currency: line.currency_code,
        amount: line.amount_centimos,
        least: Math.floor(line.amount_centimos * 0.9),
        most: Math.ceil(line.amount_centimos * 1.1),
        at: line.paid_at ?? line.credited_at,
        days: SUGGESTION_WINDOW_DAYS,
        limit,
      } as never,
    )
    return rows
  }

  /** Looks once more for the vouchers of lines that have none. Returns how many were found. */
  async rematch(): Promise<number> {
    const byCode = await this.sql.raw<{ rowCount: number }>(
      `UPDATE pagoefectivo_settlement_line l
       SET voucher_id = v.id, matched_by = 'transaction_code', updated_at = now()
       FROM pagoefectivo_voucher v
       WHERE l.voucher_id IS NULL AND l.deleted_at IS NULL AND v.deleted_at IS NULL
         AND v.reference_key = lower(regexp_replace(l.external_reference, '\\s', '', 'g'))`,
    )
    return byCode.rowCount + (await matchByPaymentId(this.sql, null))
  }

  /**
   * Lines without a voucher whose reference is that of an attempt whose answer was lost: the code
   * exists at the gateway, and only the report says so.
   */
  async listLostCodes(limit: number): Promise<{ payment_id: string; provider_id: string }[]> {
    const { rows } = await this.sql.raw<{ rows: { payment_id: string; provider_id: string }[] }>(
      `SELECT DISTINCT l.payment_id, a.provider_id
       FROM pagoefectivo_settlement_line l
       JOIN pagoefectivo_attempt a
         ON lower(a.transaction_code) = lower(regexp_replace(l.external_reference, '\\s', '', 'g'))
       WHERE l.voucher_id IS NULL AND l.deleted_at IS NULL AND l.payment_id IS NOT NULL
         AND a.voucher_id IS NULL AND a.deleted_at IS NULL
       ORDER BY l.payment_id LIMIT ?`,
      [limit],
    )
    return rows
  }
}

/** Lines without a voucher by CIP or payment id, where only one voucher has it: of one report, or all. */
async function matchByPaymentId(sql: SqlConnection, reportId: string | null): Promise<number> {
  const { rowCount } = await sql.raw<{ rowCount: number }>(
    `UPDATE pagoefectivo_settlement_line l
     SET voucher_id = v.id, matched_by = 'payment_id', updated_at = now()
     FROM pagoefectivo_voucher v
     WHERE l.voucher_id IS NULL AND l.deleted_at IS NULL AND v.deleted_at IS NULL
       ${reportId ? "AND l.report_id = :reportId" : ""}
       AND v.payment_key = ${PAYMENT_KEY("l.payment_id")}
       AND NOT EXISTS (
         SELECT 1 FROM pagoefectivo_voucher other
         WHERE other.payment_key = v.payment_key AND other.id <> v.id AND other.deleted_at IS NULL)`,
    reportId ? { reportId } : {},
  )
  return rowCount
}

async function stage(
  trx: SqlConnection,
  batches: AsyncIterable<ReportEvent[]>,
): Promise<RowCounts> {
  const connection = await rawConnectionOf(trx)
  const counts: RowCounts = { lines: 0, quarantined: 0, ignored: 0 }
  const copy: CopyStreamQuery = connection.query(copyFrom(COPY_STAGE))
  // A failure is thrown by what waits for the stream; without a listener it would end the process.
  copy.on("error", () => undefined)
  try {
    for await (const batch of batches) {
      const rows = stagedRows(batch, counts)
      if (rows && !copy.write(rows)) await once(copy, "drain")
    }
    copy.end()
    await finished(copy)
  } catch (error) {
    copy.destroy(error instanceof Error ? error : new Error(String(error)))
    throw error
  }
  return counts
}
