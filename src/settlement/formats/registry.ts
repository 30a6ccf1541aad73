import { ReportError } from "../errors"
import { mercadopagoRelease } from "./mercadopago-release"
import { mercadopagoSettlement } from "./mercadopago-settlement"
import { pagoefectivoTxt } from "./pagoefectivo-txt"
import { pagoefectivoXlsx } from "./pagoefectivo-xlsx"
import { standardCsv } from "./standard-csv"
import type { ReportLedger, TableFormat } from "./table-format"

export const BUILT_IN_FORMATS: readonly TableFormat[] = [
  standardCsv,
  mercadopagoSettlement,
  mercadopagoRelease,
  pagoefectivoXlsx,
  pagoefectivoTxt,
]

/** Formats whose lines tell of payments that another report may have told of before. */
export const RELEASE_FORMATS: readonly string[] = BUILT_IN_FORMATS.filter(
  ({ ledger }) => ledger === "releases",
).map(({ id }) => id)

/** What a format's reports tell of; null: of what was settled. */
export function ledgerOf(
  formatId: string,
  custom: readonly { id: string; ledger?: ReportLedger | "settled" | undefined }[],
): ReportLedger | null {
  const { ledger } = [...custom, ...BUILT_IN_FORMATS].find(({ id }) => id === formatId) ?? {}
  return ledger === undefined || ledger === "settled" ? null : ledger
}

/** The formats a file may be in: all of them for `auto`, with the merchant's own first. */
export function candidateFormats(
  wanted: string,
  custom: readonly TableFormat[],
): readonly TableFormat[] {
  const known = [...custom, ...BUILT_IN_FORMATS]
  if (wanted === "auto") return known
  const format = known.find(({ id }) => id === wanted)
  if (format !== undefined) return [format]
  const name = JSON.stringify(wanted.slice(0, 60))
  const names = known.map(({ id }) => id).join(", ")
  throw new ReportError("unknown_format", {
    code: "no_such_format",
    values: { name, formats: names },
  })
}

/**
 * Those that a workbook may be in: its columns are told by a header.
 * @throws ReportError when a text format was named
 */
export function sheetFormats(formats: readonly TableFormat[]): readonly TableFormat[] {
  const named = formats.filter(({ header }) => header === "named")
  if (named.length > 0) return named
  const values = { format: formats[0]?.id ?? "" }
  throw new ReportError("format_mismatch", { code: "workbook_for_text", values })
}
