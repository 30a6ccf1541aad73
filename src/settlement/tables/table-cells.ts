import { limaDate, limaDay, limaMidnight } from "../../peru/lima"
import { lastNamed, type HeaderMatch } from "../formats/header"
import { FUTURE_TOLERANCE_MS, MAX_REFERENCE_CHARS } from "../limits"
import { NO_CURRENCY, NO_RATE, type RowReason } from "../reasons"
import { explainAmount, readReportAmount } from "../values/amount"
import { parseFxRate } from "../values/fx-rate"
import { limaClock } from "../values/lima-instant"
import { explainReportDate, readReportInstant, type DayOrder } from "../values/written-date"
import { BrandedError } from "../../errors/branded-error"

/** A cell that can't be read; sets its row aside. */
export class UnreadableCell extends BrandedError {
  constructor(
    readonly column: string,
    readonly cell: string,
    readonly reason: RowReason,
  ) {
    super(reason.code)
  }
}

// eslint-disable-next-line no-control-regex
const NOT_TEXT = /[\u0000-\u001f\u007f\ufffd]/
const CURRENCY = /^[A-Z]{3}$/

/** One row of a table, cell by cell. Each method throws `UnreadableCell` for what it can't read. */
export class TableCells<Column extends string> {
  constructor(
    private readonly header: HeaderMatch<Column>,
    private readonly cells: readonly string[],
    /** What the table's dates have shown so far. */
    private readonly order: DayOrder,
  ) {}

  /** How many cells a row needs; separators at the end of the header name no columns. */
  get columns(): number {
    return lastNamed(this.header.names) + 1
  }

  /** Null where the cell is blank or its column missing. */
  text(column: Column): string | null {
    const text = this.cell(column).trim()
    if (text === "") return null
    if (text.length <= MAX_REFERENCE_CHARS && !NOT_TEXT.test(text)) return text
    throw this.problem(column, {
      code: "not_printable",
      values: { characters: MAX_REFERENCE_CHARS },
    })
  }

  reference(column: Column): string {
    const text = this.text(column)
    if (text !== null) return text
    throw this.problem(column, { code: "id_missing", values: {} })
  }

  /** Lower case. */
  currency(column: Column): string {
    const code = this.cell(column).trim().toUpperCase()
    if (CURRENCY.test(code)) return code.toLowerCase()
    throw this.problem(column, NO_CURRENCY)
  }

  /** Céntimos, zero or more, up to `most`; null where the cell is blank. */
  amount(column: Column, most: number, currencyCode: string): number | null {
    const cell = this.cell(column)
    if (cell.trim() === "") return null
    const currency = currencyCode.toUpperCase()
    const centimos = readReportAmount(cell, "auto", currency)
    if (Number.isNaN(centimos)) {
      throw this.problem(column, explainAmount(cell, "auto", currency))
    }
    if (centimos >= 0 && centimos <= most) return centimos
    throw this.problem(column, {
      code: "amount_outside_range",
      values: { least: "0.00", most: (most / 100).toFixed(2) },
    })
  }

  /** An instant; without an offset it is Lima's time. */
  instant(column: Column, now: Date): Date | null {
    const cell = this.cell(column)
    if (cell.trim() === "") return null
    const instant = this.readInstant(cell)
    if (Number.isNaN(instant)) {
      throw this.problem(column, explainReportDate(cell, "iso", this.order))
    }
    if (instant <= now.getTime() + FUTURE_TOLERANCE_MS) return new Date(instant)
    throw this.problem(column, { code: "date_in_future", values: {} })
  }

  /** A calendar day, `YYYY-MM-DD`. */
  day(column: Column): string {
    const instant = this.readInstant(this.cell(column))
    if (instant === limaMidnight(limaDay(instant))) return limaDate(instant)
    throw this.problem(column, { code: "no_day", values: { example: "2026-10-12" } })
  }

  private readInstant(cell: string): number {
    return readReportInstant(cell, "iso", limaClock, this.order)
  }

  /** Decimal string above zero. */
  rate(column: Column): string {
    const rate = parseFxRate(this.cell(column))
    if (rate !== null) return rate
    throw this.problem(column, NO_RATE)
  }

  problem(column: Column, reason: RowReason): UnreadableCell {
    const at = this.header.indexes[column] ?? -1
    return new UnreadableCell(this.header.names[at] ?? column, this.cell(column), reason)
  }

  private cell(column: Column): string {
    return this.cells[this.header.indexes[column] ?? -1] ?? ""
  }
}
