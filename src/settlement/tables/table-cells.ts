import type { HeaderMatch } from "../formats/header"
import { FUTURE_TOLERANCE_MS, MAX_REFERENCE_CHARS } from "../limits"
import { NO_CURRENCY, NO_RATE, type RowReason } from "../reasons"
import { explainAmount, readReportAmount } from "../values/amount"
import { parseFxRate } from "../values/fx-rate"
import { explainDate } from "../values/instant"
import { limaInstant } from "../values/lima-instant"
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
const DAY = /^\d{4}-\d{2}-\d{2}(T00:00:00)?$/

/** One row of a table, cell by cell. Each method throws `UnreadableCell` for what it can't read. */
export class TableCells<Column extends string> {
  constructor(
    private readonly header: HeaderMatch<Column>,
    private readonly cells: readonly string[],
  ) {}

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
  amount(column: Column, most: number): number | null {
    const cell = this.cell(column)
    if (cell.trim() === "") return null
    const centimos = readReportAmount(cell, "auto")
    if (Number.isNaN(centimos)) throw this.problem(column, explainAmount(cell, "auto"))
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
    const instant = limaInstant(cell)
    if (Number.isNaN(instant)) throw this.problem(column, explainDate("iso"))
    if (instant <= now.getTime() + FUTURE_TOLERANCE_MS) return new Date(instant)
    throw this.problem(column, { code: "date_in_future", values: {} })
  }

  /** A calendar day, `YYYY-MM-DD`. */
  day(column: Column): string {
    const cell = this.cell(column).trim()
    if (DAY.test(cell) && !Number.isNaN(limaInstant(cell))) {
      return cell.slice(0, 10)
    }
    throw this.problem(column, { code: "no_day", values: { example: "2026-10-12" } })
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
