import { BrandedError } from "../../errors/branded-error"
import { FUTURE_TOLERANCE_MS, MAX_REFERENCE_CHARS } from "../limits"
import { NO_CURRENCY, NO_RATE, type RowReason } from "../reasons"
import { explainAmount, readReportAmount } from "../values/amount"
import { parseFxRate } from "../values/fx-rate"
import { explainDate, parseInstant } from "../values/instant"
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

/** Reads single cells of a row by what their column means. A blank cell is null. */
export class CellReader {
  protected readonly at: Readonly<Record<TableField, number>>
  private readonly zone: (wall: number) => number
  private readonly latest: number

  /** @param now dates more than a day after this are mistakes */
  constructor(
    protected readonly format: TableFormat,
    protected readonly header: HeaderMatch,
    now: Date,
  ) {
    this.at = Object.fromEntries(
      TABLE_FIELDS.map((field) => [field, header.indexes[field] ?? -1] as const),
    ) as Record<TableField, number>
    this.zone = zoneClock(format.timeZone)
    this.latest = now.getTime() + FUTURE_TOLERANCE_MS
  }

  protected cell(cells: readonly string[], field: TableField): string {
    const at = this.at[field]
    return at < 0 ? "" : (cells[at] ?? "")
  }

  /** Undefined where the column is missing or the cell is blank. */
  protected meaning(
    cells: readonly string[],
    field: "type" | "status",
    meanings: ReadonlyMap<string, CellMeaning>,
  ): CellMeaning | undefined {
    const cell = this.cell(cells, field)
    if (cell === "") return undefined
    const known = meanings.get(cell) ?? meanings.get(cell.trim().toLowerCase())
    if (known !== undefined) return known
    if (cell.trim() === "") return undefined
    throw new UnreadableRow(field, cell, this.allowed(meanings))
  }

  protected allowed(meanings: ReadonlyMap<string, CellMeaning>): RowReason {
    return { code: "not_one_of", values: { allowed: [...meanings.keys()].join(", ") } }
  }

  protected reference(cells: readonly string[], field: TableField): string | null {
    const cell = this.cell(cells, field)
    if (cell === "") return null
    const text = cell.trim()
    if (text === "") return null
    if (text.length > MAX_REFERENCE_CHARS || NOT_TEXT.test(text)) {
      throw new UnreadableRow(field, text, {
        code: "not_printable",
        values: { characters: MAX_REFERENCE_CHARS },
      })
    }
    return text
  }

  protected amount(cells: readonly string[], field: TableField): number | null {
    const cell = this.cell(cells, field)
    if (cell === "") return null
    const centimos = readReportAmount(cell, this.format.decimalMark)
    if (centimos === centimos) return centimos
    if (cell.trim() === "") return null
    throw new UnreadableRow(field, cell, explainAmount(cell, this.format.decimalMark))
  }

  protected currency(cells: readonly string[], field: TableField): string | null {
    const cell = this.cell(cells, field)
    if (cell === "") return null
    const code = CURRENCY.test(cell) ? cell : cell.trim().toUpperCase()
    if (code === "") return null
    if (CURRENCY.test(code)) return code
    throw new UnreadableRow(field, cell, NO_CURRENCY)
  }

  protected date(cells: readonly string[], field: TableField, mayLieAhead: boolean): Date | null {
    const cell = this.cell(cells, field)
    if (cell === "") return null
    const instant = parseInstant(cell, this.format.dateFormat, this.zone)
    if (instant !== instant) {
      if (cell.trim() === "") return null
      throw new UnreadableRow(field, cell, explainDate(this.format.dateFormat))
    }
    if (instant <= this.latest || mayLieAhead) return new Date(instant)
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
