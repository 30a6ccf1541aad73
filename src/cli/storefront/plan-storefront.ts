import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { PACKAGE_FOLDER } from "../../config/package-folder"
import { readText, replaceFile } from "../init/replace-file"
import { UsageError } from "../usage-error"
import { editText, readGuideEdits, type EditedText } from "./guide-edits"

const GUIDE = path.join(PACKAGE_FOLDER, "docs/storefront-starter.md")

/** What every storefront of the starters has, and the guide's first edit changes. */
const MARK = "src/lib/constants.tsx"

/** Where it stands, seen from a backend's folder, a workspace's root or itself. */
const PLACES = [".", "../storefront", "apps/storefront", "storefront"]

export interface PlannedFile {
  /** Below the storefront's folder. */
  name: string
  file: string
  was: string | null
  edit: EditedText
}

/** @throws UsageError where there is no storefront that is laid out like the starter's. */
export function findStorefront(folder: string | undefined): string {
  const places = folder === undefined ? PLACES : [folder]
  const found = places.find((place) => existsSync(path.join(place, MARK)))
  if (found !== undefined) return path.resolve(found)
  const where = places.map((place) => path.resolve(place)).join(", ")
  throw new UsageError(
    `Found no storefront of Medusa's starter (with ${MARK}) in ${where}. Say where it is with --dir <folder>`,
  )
}

/** What the guide changes in a storefront. Nothing is written yet. */
export function planStorefront(folder: string): PlannedFile[] {
  const edits = readGuideEdits(readFileSync(GUIDE, "utf8"))
  return [...new Set(edits.map(({ file }) => file))].map((name) => {
    const file = path.join(folder, name)
    const was = readText(file)
    const own = edits.filter((edit) => edit.file === name)
    return { name, file, was, edit: editText(was, own) }
  })
}

/** @throws FileChangedError when a file is not as it was planned for any more. */
export function writeStorefront(files: readonly PlannedFile[]): void {
  for (const { file, was, edit } of files) {
    if (edit.outcome !== "add") continue
    if (was !== null) {
      replaceFile(file, was, edit.text)
      continue
    }
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, edit.text)
  }
}
