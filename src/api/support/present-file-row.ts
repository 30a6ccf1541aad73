import type { AdminFileRow } from "../../http-types"

/** As the database joins it: the file is there where it was kept. */
interface JoinedFile {
  file_id: string | null
  filename: string | null
  sha256: string | null
  line_number: number | null
}

/** The row of a file that a value came from; null where it came from none. */
export function presentFileRow(row: JoinedFile): AdminFileRow | null {
  const { file_id, filename, sha256, line_number } = row
  if (file_id === null || filename === null || sha256 === null) return null
  return { id: file_id, filename, sha256, line: line_number }
}
