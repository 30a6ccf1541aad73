// npm run structure: prints the figures of src's structure and fails when one is worse than agreed.
// `npm run structure -- --list` also names what each figure counts; what there
// is today stands in structure.json, and is to shrink.
import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import ts from "typescript"

const MAX_FILE_LINES = 300
const MODULE = "src/modules/pagoefectivo"

/** Names that Medusa looks for in a file: routes, jobs, subscribers, admin pages. */
const MEDUSA_NAMES = new Set(["default", "config", "GET", "POST", "DELETE", "handle"])

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
const agreed = JSON.parse(readFileSync(path.join(root, "scripts/structure.json"), "utf8"))

const files = new Map(sourcesIn("src").map((file) => [file, read(file)]))

const longFiles = [...files]
  .filter(([file]) => !file.includes("/migrations/"))
  .filter(([, { lines }]) => lines > MAX_FILE_LINES)
  .map(([file, { lines }]) => `${file} (${lines})`)
const circles = circlesOf(files).map((members) => members.join(" → "))
const sharedNames = sharedNamesOf(files)
const pastIndex = [...new Set(importsPastIndex(files))].sort()

const figures = [
  {
    name: `Files over ${MAX_FILE_LINES} lines`,
    found: longFiles,
    keys: longFiles.map((file) => file.split(" ")[0]),
    agreed: agreed.longFiles,
  },
  { name: "Circles of imports", found: circles, agreed: agreed.circles },
  {
    name: "Names exported by several files",
    found: [...sharedNames].map(([name, where]) => `${name}: ${where.join(", ")}`),
    keys: [...sharedNames.keys()],
    agreed: agreed.sharedNames,
  },
  {
    name: `Files of ${MODULE} imported past its index`,
    found: pastIndex,
    agreed: agreed.pastIndex,
  },
]

let failed = false
for (const { name, found, keys = found, agreed } of figures) {
  const news = found.filter((_, index) => !agreed.includes(keys[index]))
  const gone = agreed.filter((key) => !keys.includes(key))
  console.log(`${name}: ${found.length} (agreed: ${agreed.length})`)
  if (process.argv.includes("--list")) for (const one of found) console.log(`  ${one}`)
  for (const one of news) console.error(`  New: ${one}`)
  for (const one of gone)
    console.error(`  No longer so, take it out of scripts/structure.json: ${one}`)
  failed ||= news.length + gone.length > 0
}
const lines = [...files.values()].reduce((sum, file) => sum + file.lines, 0)
console.log(`Lines of src without tests: ${lines}`)
process.exitCode = failed ? 1 : 0

function sourcesIn(folder) {
  return readdirSync(path.join(root, folder), { recursive: true })
    .map((file) => path.posix.join(folder, file.split(path.sep).join("/")))
    .filter((file) => /\.tsx?$/.test(file) && !file.includes("__tests__"))
    .sort()
}

/** One file: its lines, the names it exports itself, and what it imports as written. */
function read(file) {
  const text = readFileSync(path.join(root, file), "utf8")
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false)
  return {
    lines: text.split("\n").length - 1,
    exported: source.statements.flatMap(exportedNames),
    imported: ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName),
  }
}

function exportedNames(statement) {
  if (!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return []
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => name.text ?? [])
  }
  return statement.name?.text ?? []
}

/** The file of `src` behind an import; undefined for a package. */
function target(from, specifier) {
  if (!specifier.startsWith(".")) return undefined
  const base = path.posix.join(path.posix.dirname(from), specifier)
  return ["", ".ts", ".tsx", "/index.ts", "/index.tsx"]
    .map((ending) => base + ending)
    .find((candidate) => files.has(candidate))
}

function targetsOf(file) {
  return files.get(file).imported.flatMap((specifier) => target(file, specifier) ?? [])
}

/** Groups of files that import one another, types included (Tarjan's strongly connected components). */
function circlesOf(all) {
  const seen = new Map()
  const stack = []
  const found = []
  const visit = (file) => {
    const entry = { index: seen.size, low: seen.size, open: true }
    seen.set(file, entry)
    stack.push(file)
    for (const next of targetsOf(file)) {
      const known = seen.get(next) ?? visit(next)
      if (known.open) entry.low = Math.min(entry.low, known.low)
    }
    if (entry.low === entry.index) {
      const members = stack.splice(stack.indexOf(file))
      for (const member of members) seen.get(member).open = false
      if (members.length > 1) found.push(members)
    }
    return entry
  }
  for (const file of all.keys()) if (!seen.has(file)) visit(file)
  return found
}

function sharedNamesOf(all) {
  const where = new Map()
  for (const [file, { exported }] of all) {
    for (const name of new Set(exported)) {
      if (!MEDUSA_NAMES.has(name)) where.set(name, [...(where.get(name) ?? []), file])
    }
  }
  return new Map([...where].filter(([, files]) => files.length > 1).sort())
}

function importsPastIndex(all) {
  return [...all.keys()]
    .filter((file) => !file.startsWith(`${MODULE}/`))
    .flatMap(targetsOf)
    .filter((file) => file.startsWith(`${MODULE}/`) && file !== `${MODULE}/index.ts`)
}
