import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { languageOf } from "./languages"
import { optionRows } from "./option-rows"
import { withTables } from "./option-table"

const DOCS = path.resolve(__dirname, "..")

/** The documents in `docs/`, in which a marker may stand. */
export function documents(): { file: string; text: string }[] {
  const names = readdirSync(DOCS).filter((name) => name.endsWith(".md"))
  return names.map((name) => {
    const file = path.join(DOCS, name)
    return { file, text: readFileSync(file, "utf8") }
  })
}

/** Writes the options' tables of every document; says which files changed. */
export function writeOptionTables(): string[] {
  const rows = optionRows()
  return documents().flatMap(({ file, text }) => {
    const written = withTables(text, rows, languageOf(file))
    if (written === text) return []
    writeFileSync(file, written)
    return [path.relative(process.cwd(), file)]
  })
}
