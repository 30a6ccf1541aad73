import { hash } from "node:crypto"
import type { ReportLine } from "./settlement-line"

const UNIT_SEPARATOR = "\u001f"

type FingerprintedFields = Omit<ReportLine, "lineNumber" | "fingerprint">

/**
 * SHA-256 (64 hexadecimal digits) of what a row says, not of how it is written: encoding, separator,
 * decimal mark, order of columns, time zone, line number and file name make no difference.
 *
 * Two rows of one file may be equal and both real. Count them: the n-th row with one fingerprint in
 * a file is the same as the n-th in any other file. `countOccurrences` does so for one batch; over
 * a whole file the database counts (`row_number() over (partition by fingerprint)`), so that memory
 * stays flat.
 */
export function fingerprintOf(line: FingerprintedFields): string {
  return hash("sha256", canonicalText(line), "hex")
}

function canonicalText(line: FingerprintedFields): string {
  return (
    text(line.externalReference) +
    text(line.paymentId) +
    text(line.cip) +
    line.type +
    UNIT_SEPARATOR +
    line.status +
    UNIT_SEPARATOR +
    line.currency +
    UNIT_SEPARATOR +
    line.amountCentimos +
    UNIT_SEPARATOR +
    text(line.feeCentimos) +
    text(line.netCentimos) +
    text(line.createdAt === null ? null : line.createdAt.getTime()) +
    text(line.creditedAt === null ? null : line.creditedAt.getTime()) +
    text(line.payoutId) +
    text(line.settlementCurrency) +
    text(line.fxRate)
  )
}

function text(value: string | number | null): string {
  return value === null ? UNIT_SEPARATOR : value + UNIT_SEPARATOR
}

/** How often each fingerprint occurs in a batch that fits in memory. */
export function countOccurrences(lines: Iterable<ReportLine>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { fingerprint } of lines) counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1)
  return counts
}
