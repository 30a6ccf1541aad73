import { BrandedError } from "../../errors/branded-error"
import { ANNOUNCED_AHEAD_MS, FUTURE_TOLERANCE_MS, MAX_REFERENCE_CHARS } from "../limits"
import { NO_CURRENCY, NO_RATE, type RowReason } from "../reasons"
import { explainAmount, readReportAmount } from "../values/amount"
import { parseFxRate } from "../values/fx-rate"
import { explainReportDate, readReportInstant, type DayOrder } from "../values/written-date"
import { zoneClock } from "../values/zone"
import type { HeaderMatch } from "./header"
import { TABLE_FIELDS, type CellMeaning, type TableField, type TableFormat } from "./table-format"

/** Why a row can't be read; becomes a quarantined row. */
export class UnreadableRow extends BrandedError {
  constructor(
    readonly field: TableField | null,
    readonly cell: string | null,
    readonly reason: RowReason,
  ) {
    super(reason.code)
  }
}

// eslint-disable-next-line no-control-regex
const NOT_TEXT = /[\u0000-\u001f\u007f\ufffd]/
const CURRENCY = /^[A-Z]{3}$/

/** `'11546903` and `11546903.0`: a spreadsheet's text, and a program's fraction. */
const NUMBER_AS_TEXT = /^\s*(?:'\d+|'?\d{5,}\.0)\s*$/
/** `1.15469E+07`: what a spreadsheet leaves of a long number. */
const SHORTENED_NUMBER = /^\d(?:[.,]\d+)?e\+\d+$/i

/** Reads single cells of a row by what their column means. A blank cell is null. */
export class CellReader {
  protected readonly at: Readonly<Record<TableField, number>>
  private readonly zone: (wall: number) => number
  private readonly now: number
  private readonly order: DayOrder = { contradicted: false }

  /**
   * @param now what was paid more than a day after this is a mistake
   * @param sample some rows of the file, which show the order of day and month
   */
  constructor(
    protected readonly format: TableFormat,
    protected readonly header: HeaderMatch,
    now: Date,
    sample: readonly (readonly string[])[],
  ) {
    this.at = Object.fromEntries(
      TABLE_FIELDS.map((field) => [field, header.indexes[field] ?? -1] as const),
    ) as Record<TableField, number>
    this.zone = zoneClock(format.timeZone)
    this.now = now.getTime()
    for (const cells of sample) {
      this.instant(this.cell(cells, "createdAt"))
      this.instant(this.cell(cells, "creditedAt"))
    }
  }

  private instant(cell: string): number {
    return readReportInstant(cell, this.format.dateFormat, this.zone, this.order)
  }

  protected cell(cells: readonly string[], field: TableField): string {
    const at = this.at[field]
    const cell = at < 0 ? "" : (cells[at] ?? "")
    return cell.startsWith("=") ? textOfFormula(cell) : cell
  }

  /** Undefined where the column is missing or the cell is blank; a word that nobody knows as it is. */
  protected meaning(
    cells: readonly string[],
    field: "type" | "status",
    meanings: ReadonlyMap<string, CellMeaning>,
  ): CellMeaning | string | undefined {
    const cell = this.cell(cells, field)
    if (cell === "") return undefined
    const known = meanings.get(cell)
    if (known !== undefined) return known
    const word = cell.trim().toLowerCase()
    if (word === "") return undefined
    return meanings.get(word) ?? meanings.get(`${word.split("_", 1)[0]}_*`) ?? cell.trim()
  }

  protected allowed(meanings: ReadonlyMap<string, CellMeaning>): RowReason {
    return { code: "not_one_of", values: { allowed: [...meanings.keys()].join(", ") } }
  }

  protected reference(cells: readonly string[], field: TableField): string | null {
    const cell = this.cell(cells, field)
    if (cell === "") return null
    const text = NUMBER_AS_TEXT.test(cell) ? numberAsText(cell) : cell.trim()
    if (text === "") return null
    if (SHORTENED_NUMBER.test(text)) {
      throw new UnreadableRow(field, text, { code: "number_shortened", values: {} })
    }
    if (text.length > MAX_REFERENCE_CHARS || NOT_TEXT.test(text)) {
      throw new UnreadableRow(field, text, {
        code: "not_printable",
        values: { characters: MAX_REFERENCE_CHARS },
      })
    }
    return text
  }

  /** @param currency of the row: an amount that names another one is refused */
  protected amount(
    cells: readonly string[],
    field: TableField,
    currency: string | null,
  ): number | null {
    const cell = this.cell(cells, field)
    if (cell === "") return null
    const centimos = readReportAmount(cell, this.format.decimalMark, currency)
    if (centimos === centimos) return centimos
    if (cell.trim() === "") return null
    throw new UnreadableRow(field, cell, explainAmount(cell, this.format.decimalMark, currency))
  }

  protected currency(cells: readonly string[], field: TableField): string | null {
    const cell = this.cell(cells, field)
    if (cell === "") return null
    const code = CURRENCY.test(cell) ? cell : cell.trim().toUpperCase()
    if (code === "") return null
    if (CURRENCY.test(code)) return code
    throw new UnreadableRow(field, cell, NO_CURRENCY)
  }

  /** A payment of a day to come is a mistake; its credit may be announced. */
  protected date(cells: readonly string[], field: "createdAt" | "creditedAt"): Date | null {
    const cell = this.cell(cells, field)
    if (cell === "") return null
    const instant = this.instant(cell)
    if (instant !== instant) {
      if (cell.trim() === "") return null
      throw new UnreadableRow(
        field,
        cell,
        explainReportDate(cell, this.format.dateFormat, this.order),
      )
    }
    const ahead = field === "creditedAt" ? ANNOUNCED_AHEAD_MS : FUTURE_TOLERANCE_MS
    if (instant <= this.now + ahead) return new Date(instant)
    throw new UnreadableRow(field, cell, { code: "date_in_future", values: {} })
  }

  protected fxRate(cells: readonly string[]): string | null {
    const cell = this.cell(cells, "fxRate")
    if (cell.trim() === "") return null
    const rate = parseFxRate(cell)
    if (rate !== null) return rate
    throw new UnreadableRow("fxRate", cell, NO_RATE)
  }
}

function numberAsText(cell: string): string {
  return cell.trim().replace(/^'/, "").replace(/\.0$/, "")
}

/** `="0012"` keeps zeros in front when a spreadsheet opens a text file. */
function textOfFormula(cell: string): string {
  const inner = /^="(.*)"\s*$/s.exec(cell)?.[1]
  return inner === undefined ? cell : inner.replaceAll('""', '"')
}
