import type { TableField } from "./table-format"

/** What is looked for: by field, a header's name (or an index where there is no header). */
export interface NamedColumns<Field extends string = TableField> {
  readonly columns: Partial<Record<Field, string | number>>
  /** Fields whose column may be missing. */
  readonly optional: readonly Field[]
}

export interface HeaderMatch<Field extends string = TableField> {
  /** Column names as the file writes them; empty for a format without header. */
  names: readonly string[]
  indexes: Partial<Record<Field, number>>
  /** Names of columns that the format needs and the row lacks. */
  missing: string[]
  /** Names that occur more than once among the columns the format reads. */
  repeated: string[]
}

/** Looks for a format's columns among the cells of a row. */
export function matchHeader<Field extends string = TableField>(
  format: NamedColumns<Field>,
  cells: readonly string[],
): HeaderMatch<Field> {
  const names = cells.map(plainName)
  const match: HeaderMatch<Field> = {
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

function columnsOf<Field extends string>({
  columns,
}: NamedColumns<Field>): [Field, string | number][] {
  return Object.entries(columns) as [Field, string | number][]
}

/** Names are compared without case, accents and the blanks around them. */
export function plainName(name: string): string {
  return name.trim().normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
}

/** Index of the last column with a name: separators at the end of a header name none. */
export function lastNamed(names: readonly string[]): number {
  return names.reduce((last, name, at) => (name === "" ? last : at), -1)
}
