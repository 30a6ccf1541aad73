import { ReportError } from "../errors"

/** `guess`: UTF-8 unless a byte says otherwise, then Windows-1252 (which holds all of Latin-1). */
export type TextEncoding = "utf8" | "utf-16le" | "utf-16be" | "guess"

export type ReportContent = { kind: "text"; encoding: TextEncoding } | { kind: "workbook" }

const SIGNATURES: readonly (readonly [hex: string, name: string])[] = [
  ["25504446", "a PDF"],
  ["1f8b", "a gzip archive"],
  ["377abcaf271c", "a 7z archive"],
  ["52617221", "a RAR archive"],
  ["89504e47", "a PNG picture"],
  ["ffd8ff", "a JPEG picture"],
]

/** Share of control characters in the head above which it is no text. */
const MAX_CONTROL_SHARE = 0.02

/**
 * Tells from its first bytes what a file really is, whatever its name says.
 * @throws ReportError (empty_file, not_a_report)
 */
export function sniffContent(head: Buffer): ReportContent {
  if (head.length === 0) throw isEmpty("no bytes at all")
  if (startsWith(head, "504b0304") || startsWith(head, "504b0506")) return { kind: "workbook" }
  if (startsWith(head, "d0cf11e0a1b11ae1")) throw oldExcel()
  for (const [hex, name] of SIGNATURES) {
    if (startsWith(head, hex)) throw notATable(name)
  }
  const encoding = encodingOf(head)
  if (encoding === "guess") refuseBinary(head)
  return { kind: "text", encoding }
}

function startsWith(head: Buffer, hex: string): boolean {
  return head.subarray(0, hex.length / 2).toString("hex") === hex
}

function encodingOf(head: Buffer): TextEncoding {
  if (startsWith(head, "efbbbf")) return "utf8"
  if (startsWith(head, "fffe")) return "utf-16le"
  if (startsWith(head, "feff")) return "utf-16be"
  return zerosTellUtf16(head) ?? "guess"
}

/** UTF-16 without a mark: in Latin letters every other byte is zero. */
function zerosTellUtf16(head: Buffer): TextEncoding | null {
  const sample = head.subarray(0, 1024)
  const zeros = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const most = sample.length * 0.4
  if (odd > most && even === 0) return "utf-16le"
  return even > most && odd === 0 ? "utf-16be" : null
}

function refuseBinary(head: Buffer): void {
  let controls = 0
  for (const byte of head) {
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls += 1
  }
  if (controls > head.length * MAX_CONTROL_SHARE) throw notATable("binary data")
}

/**
 * Things that are text, yet no table: web pages (a login page or an error under a CSV's name), XML,
 * JSON.
 * @throws ReportError (empty_file, not_a_report)
 */
export function refuseMarkup(text: string): void {
  const start = text.trimStart().slice(0, 64).toLowerCase()
  if (start === "") throw isEmpty("nothing but blanks")
  if (/^<(?:!doctype html|html|head|body|table|script|meta)/.test(start)) {
    throw notATable("a web page (HTML)")
  }
  if (start.startsWith("<?xml") || /^<[a-z]/.test(start)) throw notATable("XML")
  if (/^(?:\{\s*["}]|\[\s*[[{"])/.test(start)) throw notATable("JSON")
}

function oldExcel(): ReportError {
  return new ReportError("not_a_report", { code: "old_excel", values: {} })
}

/** A file with a header and no rows is not empty. */
function isEmpty(thing: string): ReportError {
  return new ReportError("empty_file", { code: "empty", values: { thing } })
}

/** Something else under a report's name: a web page, a PDF, an archive, a picture. */
export function notATable(thing: string): ReportError {
  return new ReportError("not_a_report", { code: "not_a_table", values: { thing } })
}
