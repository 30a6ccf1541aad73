import type {
  IgnoredRow,
  IgnoredWhy,
  RejectedRow,
  ReportedPayout,
  ReportEvent,
  ReportLine,
} from "../../../../settlement"
import { referenceKey } from "../../sql/keys"

/** Where a report's rows wait until all of them are there. It goes with its transaction. */
export const CREATE_STAGE = `
  CREATE TEMPORARY TABLE pagoefectivo_stage (
    line_number integer, fingerprint uuid, reference_key text,
    external_reference text, payment_id text, type text, status text, currency_code text,
    amount_centimos integer, fee_centimos integer, net_centimos integer,
    paid_ms bigint, credited_ms bigint, payout_id text, settlement_currency_code text, fx_rate text,
    column_name text, found text, expected text, reason jsonb, raw text
  ) ON COMMIT DROP`

export const COPY_STAGE = "COPY pagoefectivo_stage FROM STDIN"

/** Different words that are kept by name. */
const MAX_UNKNOWN_WORDS = 50

const NULL = "\\N"
const SPECIAL = /[\\\t\n\r]/g
const ESCAPES: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" }
const NO_LINE = `\t${NULL}`.repeat(15)
const NO_QUARANTINE = `\t${NULL}`.repeat(5)
const UUID_DIGITS = 32

function text(value: string | null): string {
  if (value === null) return NULL
  return SPECIAL.test(value) ? value.replace(SPECIAL, (found) => ESCAPES[found] ?? found) : value
}

function time(value: Date | null): string | number {
  return value === null ? NULL : value.getTime()
}

/** The row in PostgreSQL's text format of `COPY`. */
function lineRow(line: ReportLine): string {
  const { externalReference, paymentId, cip } = line
  return (
    `${line.lineNumber}\t${line.fingerprint.slice(0, UUID_DIGITS)}\t` +
    `${text(referenceKey(externalReference))}\t${text(externalReference)}\t${text(paymentId ?? cip)}\t${line.type}\t${line.status}\t` +
    `${line.currency.toLowerCase()}\t${line.amountCentimos}\t${line.feeCentimos ?? NULL}\t` +
    `${line.netCentimos ?? NULL}\t${time(line.createdAt)}\t${time(line.creditedAt)}\t` +
    `${text(line.payoutId)}\t${text(line.settlementCurrency?.toLowerCase() ?? null)}\t` +
    `${text(line.fxRate)}${NO_QUARANTINE}\n`
  )
}

function quarantinedRow(row: RejectedRow): string {
  return (
    `${row.lineNumber}${NO_LINE}\t${text(row.column)}\t${text(row.found)}\t` +
    `${text(row.expected)}\t${text(JSON.stringify(row.reason))}\t${text(row.raw)}\n`
  )
}

/** What was ignored, and why. */
export interface LeftOutRows {
  rows: Partial<Record<IgnoredWhy, number>>
  /** Of `unknown_word`: each word, with how many rows it stands in. */
  words: Record<string, number>
}

/** What became of a report's rows; first and last movement in milliseconds since 1970. */
export interface RowCounts {
  lines: number
  quarantined: number
  ignored: number
  leftOut: LeftOutRows
  firstMs: number | null
  lastMs: number | null
  /** In the file's order. */
  payouts: ReportedPayout[]
}

export function newCounts(): RowCounts {
  const leftOut = { rows: {}, words: {} }
  return { lines: 0, quarantined: 0, ignored: 0, leftOut, firstMs: null, lastMs: null, payouts: [] }
}

/** Rows as `COPY` takes them; counts what became of each. */
export function stagedRows(events: readonly ReportEvent[], counts: RowCounts): string {
  let rows = ""
  for (const event of events) {
    if (event.kind === "ignored") {
      countIgnored(event, counts)
      if (event.payout) counts.payouts.push(event.payout)
      continue
    }
    if (event.kind === "line") {
      countLine(event.line, counts)
      rows += lineRow(event.line)
    } else {
      counts.quarantined += 1
      rows += quarantinedRow(event.row)
    }
  }
  return rows
}

function countIgnored({ why, word }: IgnoredRow, counts: RowCounts): void {
  const { rows, words } = counts.leftOut
  counts.ignored += 1
  rows[why] = (rows[why] ?? 0) + 1
  if (word === undefined) return
  const known = Object.hasOwn(words, word)
  if (known || Object.keys(words).length < MAX_UNKNOWN_WORDS) {
    words[word] = ((known && words[word]) || 0) + 1
  }
}

function countLine({ createdAt, creditedAt }: ReportLine, counts: RowCounts): void {
  counts.lines += 1
  const ms = (createdAt ?? creditedAt)?.getTime()
  if (ms === undefined) return
  if (counts.firstMs === null || ms < counts.firstMs) counts.firstMs = ms
  if (counts.lastMs === null || ms > counts.lastMs) counts.lastMs = ms
}
