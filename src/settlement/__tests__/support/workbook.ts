export type WorkbookCell = string | number | Date | null

/** A real `.xlsx` with one sheet. */
export async function workbook(rows: WorkbookCell[][]): Promise<Buffer> {
  // Its types are those of an ES module.
  const { default: writeXlsxFile } = await import("write-excel-file/node")
  const cells = rows.map((row) =>
    row.map((value) => {
      if (value === null) return null
      if (typeof value === "number") return { value, type: Number }
      if (typeof value === "string") return { value, type: String }
      return { value, type: Date, format: "dd/mm/yyyy hh:mm:ss" }
    }),
  )
  return await writeXlsxFile(cells).toBuffer()
}
