import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import path from "node:path"
import { DOCUMENTS, ROOT } from "../documents"

/** The last cell of a table's row: the test's file and its name. */
const TOLD = /^\|(?: [^|]+ \|){2,3} `([\w-]+)`: ([^|`]+) \|$/gm

const specs = execFileSync("git", ["ls-files", "*.spec.ts"], { cwd: ROOT, encoding: "utf8" })
  .trim()
  .split("\n")
  .map((file) => ({ name: path.basename(file), text: readFileSync(path.join(ROOT, file), "utf8") }))

const rows = DOCUMENTS.flatMap(({ name, text }) =>
  [...text.matchAll(TOLD)].map(([, spec = "", title = ""]) => ({ document: name, spec, title })),
)

describe("what the documents say about what if", () => {
  it("is there", () => {
    expect(new Set(rows.map(({ document }) => document)).size).toBeGreaterThanOrEqual(3)
  })

  it.each(rows)("is tested: $document, $spec: $title", ({ spec, title }) => {
    const files = specs.filter(({ name }) => name.startsWith(`${spec}.`))
    expect(files.filter(({ text }) => text.includes(title)).length).toBeGreaterThan(0)
  })
})
