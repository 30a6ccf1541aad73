import { once } from "node:events"
import { finished } from "node:stream/promises"
import { from as copyFrom, type CopyStreamQuery } from "pg-copy-streams"
import { limaDate } from "../../../peru/lima"
import type { RejectedRow, ReportLedger } from "../../../settlement"
import { MODULE_LIMITS as LIMITS } from "../limits"
import { rawConnectionOf } from "../sql/raw-connection"
import { transact } from "../sql/transact"
import { keepPayouts } from "../payouts/reported-payouts"
import { matchByPaymentId } from "./line-matches"
import { dueReadings, type DueReading } from "./due-readings"
import { linkFixes } from "./link-fixes"
import { makeRoom, standingRows, type ReadingScope } from "./read-again"
import { listFixedBy, listFixes, type ReportFix } from "./report-fixes"
import { NOTE_CHANGE, type ReportChange } from "./report-history"
import {
  listUnreadCauses,
  listUnreadRows,
  type UnreadCause,
  type UnreadReport,
  type UnreadRows,
} from "./unread-rows"
import { withdrawReport, type Withdrawal } from "./withdraw-report"
import { replacePoorerVersions } from "./row-versions"
import { recordSums } from "./sums"
import type { SqlConnection } from "../sql/connection"
import { STANDS } from "../sql/lines"
import { COPY_STAGE, CREATE_STAGE, type LeftOutRows, type RowCounts } from "./staging/staged-row"

/** What a report holds and is no line: ignored rows by reason, unknown words, unread sheets. */
export interface LeftOut extends LeftOutRows {
  sheets: string[]
}

export interface ImportedRows {
  lines_count: number
  quarantined_count: number
  ignored_count: number
  left_out: LeftOut
  /** Rows that an earlier report had brought already. */
  duplicates_count: number
  /** Rows that an earlier report tells better. */
  replaced_count: number
  /** Lima's days of the first and last movement. */
  first_day: string | null
  last_day: string | null
}

export interface AppliedReport extends ImportedRows {
  /** The id of the format that was recognised or named. */
  format: string
  /** IANA zone in which dates without an offset were read. */
  time_zone: string
  /** Only of a dry run: the first rows that could not be read. */
  quarantined_rows: RejectedRow[]
}

/** Where a report's rows go. */
export interface ReportTarget {
  reportId: string
  providerId: string
  scope: ReadingScope
  /** An upload: it may bring rows of another report corrected. */
  upload: { filename: string; by: string } | null
}

export interface ReportRows extends ReportTarget {
  format: string
  /** Null: movements. */
  ledger: ReportLedger | null
  timeZone: string
  unreadSheets: string[]
  /** Which plugin with which formats reads it. */
  readWith: string
  /** As `COPY` takes them; see `stageReport`. */
  rows: AsyncGenerator<Uint8Array, RowCounts, undefined>
}

/** For sorting and joining while a report is taken in; the default is for small look-ups. */
const IMPORT_MEMORY = "SET LOCAL work_mem = '128MB'"

/** Imports write their lines one after another, so that a row looked for stays missing meanwhile. */
const WAIT_FOR_TURN = "SELECT pg_advisory_xact_lock(hashtext('pagoefectivo_settlement_line'))"

/** Rows of which the file has equal ones, or which an earlier report has brought. */
const MARK_REPEATED = `
  CREATE TEMPORARY TABLE pagoefectivo_stage_repeated ON COMMIT DROP AS
  SELECT fingerprint FROM pagoefectivo_stage
  WHERE fingerprint IS NOT NULL GROUP BY fingerprint HAVING count(*) > 1
  UNION
  SELECT fingerprint FROM pagoefectivo_stage s
  WHERE EXISTS (
    SELECT 1 FROM pagoefectivo_settlement_line l
    WHERE l.fingerprint = s.fingerprint AND ${STANDS("l")})`

/** Tells report and line, and grows with them, which keeps the index compact. */
const ROW_ID = (prefix: string) =>
  `${prefix} || right(:reportId, 26) || '_' || lpad(s.line_number::text, 10, '0')`

const INSERT_LINES = (occurrence: string, from: string) => `
  INSERT INTO pagoefectivo_settlement_line
    (id, report_id, line_number, fingerprint, occurrence, provider_id, ledger, external_reference,
     payment_id, type, status, currency_code, amount_centimos, fee_centimos, net_centimos, paid_at,
     credited_at, payout_id, settlement_currency_code, fx_rate, voucher_id, matched_by)
  SELECT ${ROW_ID("'pelin_'")}, :reportId,
         s.line_number, s.fingerprint, ${occurrence}, coalesce(v.provider_id, :providerId),
         :ledger, s.external_reference, s.payment_id, s.type, s.status, s.currency_code, s.amount_centimos,
         s.fee_centimos, s.net_centimos,
         timestamptz 'epoch' + s.paid_ms * interval '1 millisecond',
         timestamptz 'epoch' + s.credited_ms * interval '1 millisecond',
         s.payout_id, s.settlement_currency_code, s.fx_rate, v.id,
         CASE WHEN v.id IS NOT NULL THEN 'transaction_code' END
  FROM ${from}
  LEFT JOIN pagoefectivo_voucher v ON v.reference_key = s.reference_key AND v.deleted_at IS NULL`

/** Nearly all rows of nearly all reports. */
const INSERT_NEW = `${INSERT_LINES("1", "pagoefectivo_stage s")}
  WHERE s.fingerprint IS NOT NULL AND NOT s.decided AND NOT EXISTS (
    SELECT 1 FROM pagoefectivo_stage_repeated r WHERE r.fingerprint = s.fingerprint)`

/**
 * The n-th of equal rows of a file is the n-th of every other file, so that equal rows of one file
 * are all kept and those of a second one are not kept twice.
 */
const INSERT_REPEATED = `${INSERT_LINES(
  "s.occurrence",
  `(SELECT *, row_number() OVER (PARTITION BY fingerprint ORDER BY line_number) AS occurrence
    FROM pagoefectivo_stage JOIN pagoefectivo_stage_repeated USING (fingerprint)) s`,
)}
  WHERE NOT s.decided
  ON CONFLICT (fingerprint, occurrence) WHERE deleted_at IS NULL DO NOTHING`

const QUARANTINE = `
  INSERT INTO pagoefectivo_quarantined_row
    (id, report_id, line_number, column_name, found, expected, reason, raw)
  SELECT ${ROW_ID("'pequa_'")}, :reportId, s.line_number, s.column_name, s.found, s.expected,
         s.reason, s.raw
  FROM pagoefectivo_stage s WHERE s.fingerprint IS NULL AND NOT s.decided`

const PREVIEW = `
  SELECT line_number AS "lineNumber", column_name AS "column", found, expected, reason, raw
  FROM pagoefectivo_stage WHERE fingerprint IS NULL ORDER BY line_number LIMIT ?`

/** Takes settlement reports in. */
export class SettlementStore {
  constructor(private readonly sql: SqlConnection) {}

  /**
   * All rows of one report, in one transaction: a crash leaves nothing half done. Memory stays flat,
   * because rows are read only as fast as the database takes them.
   */
  apply(report: ReportRows, dryRun: boolean): Promise<AppliedReport> {
    return transact(this.sql, dryRun, async (trx) => {
      const counts = await this.importInto(trx, report)
      const { format, timeZone: time_zone } = report
      const { rows } = dryRun
        ? await trx.raw<{ rows: RejectedRow[] }>(PREVIEW, [LIMITS.previewedRows])
        : { rows: [] }
      return { ...counts, format, time_zone, quarantined_rows: rows }
    })
  }

  private async importInto(trx: SqlConnection, report: ReportRows): Promise<ImportedRows> {
    await trx.raw(IMPORT_MEMORY)
    await trx.raw(CREATE_STAGE)
    const counts = await stage(trx, report.rows)
    await trx.raw("ANALYZE pagoefectivo_stage (fingerprint, reference_key)")
    const { reportId, format, timeZone, scope } = report
    const room = await makeRoom(trx, reportId, scope)
    const lines = await insertLines(trx, report)
    if (counts.quarantined > 0) await trx.raw(QUARANTINE, { reportId })
    if (lines > LIMITS.analyzeFromRows) {
      // The next statements are planned before the database would count by itself.
      await trx.raw("ANALYZE pagoefectivo_settlement_line")
    }
    await room.restoreLinks()
    await matchByPaymentId(trx, reportId)
    const replaced = await replacePoorerVersions(trx, report)
    const poorer = replaced.get(reportId) ?? 0
    const touched = await keepPayouts(trx, report, counts.payouts)
    const changed = new Set([...touched, ...replaced.keys(), reportId])
    for (const id of changed) await recordSums(trx, id)
    if (report.upload) await this.linkFixes(trx, report, report.upload, counts)
    const { fixed, ...standing } = room.isNew
      ? { lines: lines - poorer, replaced: poorer, quarantined: counts.quarantined, fixed: 0 }
      : await standingRows(trx, reportId)
    const told = standing.lines + standing.replaced + standing.quarantined
    const rowsOf: ImportedRows = {
      lines_count: standing.lines,
      quarantined_count: standing.quarantined,
      ignored_count: counts.ignored,
      left_out: { ...counts.leftOut, sheets: report.unreadSheets },
      duplicates_count: Math.max(0, counts.lines + counts.quarantined - told),
      replaced_count: standing.replaced,
      first_day: counts.firstMs === null ? null : limaDate(counts.firstMs),
      last_day: counts.lastMs === null ? null : limaDate(counts.lastMs),
    }
    await trx("pagoefectivo_settlement_report")
      .where({ id: reportId })
      .update({
        ...rowsOf,
        fixed_count: fixed,
        format,
        time_zone: timeZone,
        read_with: report.readWith,
        status: "imported",
        finished_at: new Date(),
        error: null,
      })
    return rowsOf
  }

  private async linkFixes(
    trx: SqlConnection,
    { reportId: id, providerId }: ReportRows,
    upload: { filename: string; by: string },
    counts: RowCounts,
  ): Promise<void> {
    const isWhole = counts.quarantined === 0
    await linkFixes(trx, { id, providerId, ...upload, isWhole, rows: counts.lines })
  }

  /**
   * Takes an import back; see `withdrawReport`.
   * @returns the reports that have to be read again.
   */
  withdraw(id: string, withdrawal: Withdrawal): Promise<string[]> {
    return this.sql.transaction(async (trx) => {
      await trx.raw(WAIT_FOR_TURN)
      return withdrawReport(trx, id, withdrawal)
    })
  }

  /** Reports that are to be read again; see `dueReadings`. */
  due(readWith: string, limit: number): Promise<DueReading[]> {
    return dueReadings(this.sql, readWith, limit)
  }

  /** Rows that could not be read; the newest `limit` reports are named. */
  unread(limit: number): Promise<UnreadRows> {
    return listUnreadRows(this.sql, limit)
  }

  unreadCauses(reports: UnreadReport[]): Promise<UnreadCause[]> {
    return listUnreadCauses(this.sql, reports)
  }

  /** Which reports this one has corrected, and which have corrected it. */
  async fixesOf(id: string): Promise<{ fixes: ReportFix[]; fixed_by: ReportFix[] }> {
    const [fixes, fixed_by] = await Promise.all([
      listFixes(this.sql, id),
      listFixedBy(this.sql, id),
    ])
    return { fixes, fixed_by }
  }

  /** Notes in a report's history what became of it. */
  async note(id: string, change: ReportChange): Promise<void> {
    await this.sql.raw(NOTE_CHANGE("id = id"), { id, change: JSON.stringify(change) })
  }
}

/** Returns how many lines are new. */
async function insertLines(
  trx: SqlConnection,
  { reportId, providerId, ledger }: ReportRows,
): Promise<number> {
  const values = { reportId, providerId, ledger } as never
  await trx.raw(WAIT_FOR_TURN)
  const { rowCount: repeated } = await trx.raw<{ rowCount: number }>(MARK_REPEATED)
  const added = await trx.raw<{ rowCount: number }>(INSERT_NEW, values)
  if (repeated === 0) return added.rowCount
  const again = await trx.raw<{ rowCount: number }>(INSERT_REPEATED, values)
  return added.rowCount + again.rowCount
}

async function stage(trx: SqlConnection, rows: ReportRows["rows"]): Promise<RowCounts> {
  const connection = await rawConnectionOf(trx)
  const copy: CopyStreamQuery = connection.query(copyFrom(COPY_STAGE))
  // A failure is thrown by what waits for the stream; without a listener it would end the process.
  copy.on("error", () => undefined)
  try {
    let piece = await rows.next()
    for (; !piece.done; piece = await rows.next()) {
      if (!copy.write(piece.value)) await once(copy, "drain")
    }
    copy.end()
    await finished(copy)
    return piece.value
  } catch (error) {
    copy.destroy(error instanceof Error ? error : new Error(String(error)))
    throw error
  }
}
