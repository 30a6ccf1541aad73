import { ReportError } from "../errors"
import type { Sheet } from "../input/sheet"
import { MAX_WORD_CHARS } from "../limits"
import { presentable } from "../quarantine"
import { isBlank } from "./footer"
import { recogniseRows, type Recognised } from "./recognise"
import type { TableFormat } from "./table-format"

export interface RecognisedSheet extends Sheet {
  recognised: Recognised
  /** The number of its first row, counted over the sheets that are read. */
  firstLine: number
}

export interface RecognisedSheets {
  /** At least one. All are of one format. */
  read: RecognisedSheet[]
  /** Names of the others, blank ones left out. */
  unread: string[]
}

/**
 * Looks at every sheet: the first that is in a format tells it, and others in the same are read too.
 * @throws ReportError that says most of what is wrong, when none is
 */
export function recogniseSheets(
  sheets: readonly Sheet[],
  formats: readonly TableFormat[],
  isNamed: boolean,
): RecognisedSheets {
  const read: RecognisedSheet[] = []
  const unread: string[] = []
  let mistake: ReportError | null = null
  let firstLine = 1
  for (const sheet of sheets) {
    const recognised = tryRecognise(sheet, formats, isNamed)
    const others = read[0]?.recognised.format
    if (recognised instanceof ReportError || (others && recognised.format !== others)) {
      if (recognised instanceof ReportError) mistake = clearer(mistake, recognised)
      if (sheet.rows.some((row) => !row.every(isBlank)))
        unread.push(presentable(sheet.name, MAX_WORD_CHARS))
    } else {
      read.push({ ...sheet, recognised, firstLine })
      firstLine += sheet.rows.length
    }
  }
  if (read.length > 0) return { read, unread }
  throw mistake ?? new ReportError("empty_file", { code: "empty", values: { thing: "no sheet" } })
}

function tryRecognise(
  { rows }: Sheet,
  formats: readonly TableFormat[],
  isNamed: boolean,
): Recognised | ReportError {
  try {
    return recogniseRows(rows, formats, isNamed)
  } catch (error) {
    if (error instanceof ReportError) return error
    throw error
  }
}

function clearer(known: ReportError | null, other: ReportError): ReportError {
  return known === null || known.reason.code === "no_such_columns" ? other : known
}
