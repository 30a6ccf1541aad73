/** A sheet of a workbook, or a table of a page, as rows of texts. */
export interface Sheet {
  /** As its owner named it. */
  name: string
  rows: string[][]
}
