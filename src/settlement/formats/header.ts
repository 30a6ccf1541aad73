import type { TableField, TableFormat } from "./table-format"

export interface HeaderMatch {
  /** Column names as the file writes them; empty for a format without header. */
  names: readonly string[]
  indexes: Partial<Record<TableField, number>>
  /** Names of columns that the format needs and the row lacks. */
  missing: string[]
  /** Names that occur more than once among the columns the format reads. */
  repeated: string[]
}

/** Looks for a format's columns among the cells of a row. */
export function matchHeader(format: TableFormat, cells: readonly string[]): HeaderMatch {
  const names = cells.map(plainName)
  const match: HeaderMatch = {
    names: cells.map((cell) => cell.trim()),
    indexes: {},
    missing: [],
    repeated: [],
  }
  for (const [field, column] of columnsOf(format)) {
    const wanted = plainName(String(column))
    const at = names.indexOf(wanted)
    if (at >= 0) match.indexes[field] = at
    else if (!format.optional.includes(field)) match.missing.push(String(column))
    if (at !== names.lastIndexOf(wanted)) match.repeated.push(String(column))
  }
  return match
}

export function columnsOf(format: TableFormat): [TableField, string | number][] {
  return Object.entries(format.columns) as [TableField, string | number][]
}

/** Names are compared without case, accents and the blanks around them. */
function plainName(name: string): string {
  return name.trim().normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
}
