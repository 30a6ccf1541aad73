import { writeFileSync } from "node:fs"
import path from "node:path"
import { DOCUMENTS, ROOT, type Document } from "../documents"
import { languageOf } from "./languages"
import { optionRows } from "../../src/config/option-rows"
import { withTables } from "./option-table"

/** In which a marker may stand. */
export const TABLE_DOCUMENTS: readonly Document[] = DOCUMENTS.filter(({ name }) =>
  name.startsWith("docs/"),
)

/** Writes the options' tables of every document; says which files changed. */
export function writeOptionTables(): string[] {
  const rows = optionRows()
  return TABLE_DOCUMENTS.flatMap(({ name, language, text }) => {
    const written = withTables(text, rows, languageOf(language))
    if (written === text) return []
    writeFileSync(path.join(ROOT, name), written)
    return [name]
  })
}
