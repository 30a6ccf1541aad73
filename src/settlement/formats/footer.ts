import { readReportAmount } from "../values/amount"
import { plainName } from "./header"
import type { TableField, TableFormat } from "./table-format"

/** Beginnings of rows below a table: sums, counts, the end. */
const WORDS =
  /^(?:(?:sub ?|gran )?total(?:es)?|sum(?:a|as|atoria)?|registros?|records?|rows|count|(?:n[°º.]*|nro\.?|numero|cantidad|cant\.?|total) (?:de )?(?:registros|filas|operaciones|movimientos|transacciones)|fin (?:de|del) [a-z]+)(?=[\s:.=]|$)/

const MONEY: readonly TableField[] = ["amount", "fee", "net", "netCredit", "netDebit"]

/** The end-of-file mark of old systems counts as nothing. */
export function isBlank(cell: string): boolean {
  return cell.replaceAll("\u001a", "").trim() === ""
}

/** Whether a row begins with a word for a sum, a count or the end. */
export function beginsLikeFooter(cells: readonly string[]): boolean {
  return WORDS.test(plainName(cells.find((cell) => !isBlank(cell)) ?? ""))
}

/** Whether a row has nothing but amounts, each in a column of money: a sum without a word. */
export function isBareSum(
  format: TableFormat,
  at: Readonly<Record<TableField, number>>,
  cells: readonly string[],
): boolean {
  const money = new Set(MONEY.map((field) => at[field]))
  const filled = [...cells.entries()].filter(([, cell]) => !isBlank(cell))
  return (
    filled.length > 0 &&
    filled.every(
      ([index, cell]) =>
        money.has(index) && !Number.isNaN(readReportAmount(cell, format.decimalMark)),
    )
  )
}
