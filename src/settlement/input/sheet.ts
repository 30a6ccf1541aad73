/** A sheet of a workbook, or a table of a page, as rows of texts. */
export interface Sheet {
  /** As its owner named it. */
  name: string
  rows: string[][]
}

/** Where a row that can't be read stands, in a file of several sheets. */
export function placeInSheet(sheet: string, column: string | null): string {
  return column === null ? sheet : `${sheet} › ${column}`
}
