import { fingerprintOf } from "../fingerprint"
import { MAX_AMOUNT_CENTIMOS, MAX_WORD_CHARS } from "../limits"
import { presentable, quarantined } from "../quarantine"
import { NO_CURRENCY } from "../reasons"
import type {
  IgnoredRow,
  IgnoredWhy,
  LineType,
  ReportedPayout,
  ReportEvent,
  ReportLine,
} from "../settlement-line"
import { explainAmount } from "../values/amount"
import { CellReader, UnreadableRow } from "./cell-reader"
import { beginsLikeFooter, isBareSum, isBlank } from "./footer"
import { lastNamed, type HeaderMatch } from "./header"
import { impliedType } from "./implied-type"
import type { CellMeaning, TableField, TableFormat } from "./table-format"

export type RowReader = (cells: readonly string[], lineNumber: number) => ReportEvent

export interface RowReaderOptions {
  /** What was paid more than a day after this is a mistake. */
  now: Date
  /** For rows that name no payout. It is no part of the fingerprint. */
  payoutId?: string | null
  /** For rows that name no currency; the format's own unless given. */
  currency?: string | null
  /** Some rows of the file, which show how it writes dates. */
  sample?: readonly (readonly string[])[]
}

/** Compiles a format and the header of one file into a function from a row to what became of it. */
export function createRowReader(
  format: TableFormat,
  header: HeaderMatch,
  options: RowReaderOptions,
): RowReader {
  const reader = new TableRowReader(format, header, options)
  return (cells, lineNumber) => reader.read(cells, lineNumber)
}

/** A word that nobody knows is a string. */
type Meaning = CellMeaning | string | undefined

class TableRowReader extends CellReader {
  private readonly readColumns: readonly number[]
  private readonly cellsCount: number
  private readonly types: ReadonlyMap<string, CellMeaning>
  private readonly statuses: ReadonlyMap<string, CellMeaning>
  private readonly payoutId: string | null
  private readonly currencyOfFile: string | undefined

  constructor(format: TableFormat, header: HeaderMatch, options: RowReaderOptions) {
    super(format, header, options.now, options.sample ?? [])
    this.readColumns = [...new Set(Object.values(this.at))]
      .filter((index) => index >= 0)
      .sort((a, b) => a - b)
    this.cellsCount = format.header === "named" ? lastNamed(header.names) + 1 : format.header
    this.types = new Map(Object.entries(format.types))
    this.statuses = new Map(Object.entries(format.statuses))
    this.payoutId = options.payoutId ?? null
    this.currencyOfFile = options.currency ?? format.defaults.currency
  }

  read(cells: readonly string[], lineNumber: number): ReportEvent {
    try {
      if (cells.length !== this.cellsCount && !this.onlyBlanksBeyond(cells)) {
        return this.misshapen(cells, lineNumber)
      }
      return this.readCells(cells, lineNumber)
    } catch (error) {
      if (!(error instanceof UnreadableRow)) throw error
      return this.setAside(cells, lineNumber, error)
    }
  }

  private readCells(cells: readonly string[], lineNumber: number): ReportEvent {
    const status = this.meaning(cells, "status", this.statuses)
    const type = this.meaning(cells, "type", this.types)
    const ignored = this.otherMovement(cells, lineNumber, status, type)
    if (ignored !== null) return ignored
    const ofStatus = this.known(cells, "status", status)
    const ofType = this.known(cells, "type", type)
    return this.readLine(cells, lineNumber, ofStatus, ofType)
  }

  /** Rows that status, type or method rule out; only then may a word be one that nobody knows. */
  private otherMovement(
    cells: readonly string[],
    lineNumber: number,
    status: Meaning,
    type: Meaning,
  ): IgnoredRow | null {
    const ofStatus = typeof status === "object" ? this.inThisRow(status, cells) : undefined
    const ofType = typeof type === "object" ? type : undefined
    const why = ofStatus?.ignore ?? ofType?.ignore
    if (why !== undefined) {
      const payout = ofType?.payout ? this.payout(cells) : null
      return { kind: "ignored", lineNumber, why, ...(payout !== null && { payout }) }
    }
    if (this.isOfOtherMethod(cells)) return { kind: "ignored", lineNumber, why: "other_movement" }
    const word = [type, status].find((meaning) => typeof meaning === "string")
    if (word === undefined || this.at.method < 0 || !isBlank(this.cell(cells, "method")))
      return null
    return {
      kind: "ignored",
      lineNumber,
      why: "unknown_word",
      word: presentable(word, MAX_WORD_CHARS),
    }
  }

  private known(
    cells: readonly string[],
    field: "type" | "status",
    meaning: Meaning,
  ): CellMeaning | undefined {
    if (typeof meaning !== "string") return meaning && this.inThisRow(meaning, cells)
    const meanings = field === "type" ? this.types : this.statuses
    throw new UnreadableRow(field, meaning, this.allowed(meanings))
  }

  private inThisRow(meaning: CellMeaning, cells: readonly string[]): CellMeaning {
    const { whenPaid } = meaning
    return whenPaid !== undefined && !isBlank(this.cell(cells, "createdAt")) ? whenPaid : meaning
  }

  private readLine(
    cells: readonly string[],
    lineNumber: number,
    ofStatus: CellMeaning | undefined,
    ofType: CellMeaning | undefined,
  ): ReportEvent {
    const externalReference = this.reference(cells, "externalReference")
    const cip = this.reference(cells, "cip")
    const paymentId =
      this.reference(cells, "paymentId") ?? (this.format.cipIsPaymentId ? cip : null)
    if (externalReference === null && paymentId === null && cip === null) {
      throw new UnreadableRow("externalReference", "", { code: "reference_missing", values: {} })
    }
    const currency = this.currency(cells, "currency") ?? this.defaultCurrency()
    const amount = this.amount(cells, "amount", currency)
    if (amount === null) throw new UnreadableRow("amount", "", explainAmount("", "auto"))
    const status = ofType?.status ?? ofStatus?.status ?? this.format.defaults.status
    if (status === undefined) {
      throw new UnreadableRow("status", "", this.allowed(this.statuses))
    }
    const type =
      ofType?.type ?? ofStatus?.type ?? impliedType(status, amount, this.format.amountSign)
    const settlementCurrency = this.currency(cells, "settlementCurrency")
    const line: ReportLine = {
      lineNumber,
      externalReference,
      paymentId,
      cip,
      type,
      status,
      currency,
      amountCentimos: this.signed(amount, type, cells),
      feeCentimos: this.fee(cells, type, currency),
      netCentimos: this.net(cells, settlementCurrency ?? currency),
      createdAt: this.date(cells, "createdAt"),
      creditedAt: this.date(cells, "creditedAt"),
      payoutId: this.reference(cells, "payoutId"),
      settlementCurrency,
      fxRate: this.fxRate(cells),
      fingerprint: "",
    }
    if (line.createdAt === null && beginsLikeFooter(cells)) {
      return { kind: "ignored", lineNumber, why: "totals" }
    }
    line.fingerprint = fingerprintOf(line)
    // Only now: what the file's name says is no part of the fingerprint.
    line.payoutId ??= this.payoutId
    return { kind: "line", line }
  }

  /** Null for a row that sends no money away, such as a payout that came back. */
  private payout(cells: readonly string[]): ReportedPayout | null {
    const payoutId = this.reference(cells, "paymentId")
    const currency = this.currency(cells, "currency") ?? this.defaultCurrency()
    const amountCentimos = -(this.net(cells, currency) ?? 0)
    return payoutId === null || amountCentimos <= 0
      ? null
      : {
          payoutId,
          amountCentimos,
          currency,
          at: this.date(cells, "creditedAt"),
        }
  }

  /** A row that names no method may be any. */
  private isOfOtherMethod(cells: readonly string[]): boolean {
    const method = this.cell(cells, "method").trim().toLowerCase()
    const { methods } = this.format
    return methods !== undefined && method !== "" && !methods.includes(method)
  }

  private signed(amount: number, type: LineType, cells: readonly string[]): number {
    const unsigned = this.format.amountSign === "unsigned" && type !== "payment"
    const centimos = unsigned && amount > 0 ? -amount : amount
    if (type === "payment" ? centimos > 0 : centimos < 0) return centimos
    throw new UnreadableRow(
      "amount",
      this.cell(cells, "amount"),
      type === "payment"
        ? { code: "amount_not_above_zero", values: {} }
        : { code: "amount_not_below_zero", values: { type } },
    )
  }

  private fee(cells: readonly string[], type: LineType, currency: string): number | null {
    const amount = this.amount(cells, "fee", currency)
    if (amount === null || amount === 0) return amount
    const fee = this.format.feeSign === "negative" ? -amount : amount
    if (fee > 0 || type !== "payment") return fee
    const code = this.format.feeSign === "negative" ? "fee_above_zero" : "fee_below_zero"
    throw new UnreadableRow("fee", this.cell(cells, "fee"), { code, values: {} })
  }

  private net(cells: readonly string[], currency: string): number | null {
    if (this.at.netCredit < 0) return this.amount(cells, "net", currency)
    const credit = this.amount(cells, "netCredit", currency)
    const debit = this.amount(cells, "netDebit", currency)
    if (credit === null && debit === null) return null
    const net = (credit ?? 0) - (debit ?? 0)
    if (Math.abs(net) <= MAX_AMOUNT_CENTIMOS) return net
    throw new UnreadableRow("netCredit", this.cell(cells, "netCredit"), {
      code: "amount_too_large",
      values: { most: MAX_AMOUNT_CENTIMOS / 100 },
    })
  }

  private defaultCurrency(): string {
    if (this.currencyOfFile !== undefined) return this.currencyOfFile
    throw new UnreadableRow("currency", "", NO_CURRENCY)
  }

  private rawOf(cells: readonly string[]): string {
    const all = this.readColumns.length === cells.length
    return (all ? cells : this.readColumns.map((at) => cells[at] ?? "")).join(" | ")
  }

  private onlyBlanksBeyond(cells: readonly string[]): boolean {
    if (cells.length < this.cellsCount) return false
    return cells.slice(this.cellsCount).every(isBlank)
  }

  private misshapen(cells: readonly string[], lineNumber: number): ReportEvent {
    const values = { cells: cells.length, columns: this.cellsCount }
    return this.setAside(
      cells,
      lineNumber,
      new UnreadableRow(null, null, { code: "cell_count", values }),
    )
  }

  private setAside(
    cells: readonly string[],
    lineNumber: number,
    error: UnreadableRow,
  ): ReportEvent {
    const why = this.ignorable(cells)
    if (why !== null) return { kind: "ignored", lineNumber, why }
    const whole = cells.length === this.cellsCount || this.onlyBlanksBeyond(cells)
    const row = quarantined({
      lineNumber,
      column: error.field === null ? null : this.columnName(error.field),
      cell: error.cell,
      reason: error.reason,
      raw: whole ? this.rawOf(cells) : cells.join(" | "),
    })
    return { kind: "quarantined", row }
  }

  /** Asked only of rows that can't be read, so that it costs good rows nothing. */
  private ignorable(cells: readonly string[]): IgnoredWhy | null {
    if (cells.every(isBlank)) return "blank"
    if (this.header.names.length > 0 && this.isHeader(cells)) return "header"
    if (!isBlank(this.cell(cells, "createdAt"))) return null
    const isSum = beginsLikeFooter(cells) || isBareSum(this.format, this.at, cells)
    return isSum ? "totals" : null
  }

  private isHeader(cells: readonly string[]): boolean {
    return this.header.names.every((name, at) => name === (cells[at] ?? "").trim())
  }

  private columnName(field: TableField): string {
    const at = this.at[field]
    return this.header.names[at] ?? (at >= 0 ? `column ${at + 1}` : field)
  }
}
