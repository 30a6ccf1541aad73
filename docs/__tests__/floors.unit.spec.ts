import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import FLOORS from "../../scripts/floors.json"
import { ROOT } from "../documents"

const CONTRIBUTING = readFileSync(path.join(ROOT, "CONTRIBUTING.md"), "utf8")

/** The rows of the table of who may import whom. */
const TABLE = CONTRIBUTING.split("\n")
  .slice(CONTRIBUTING.split("\n").findIndex((line) => line.startsWith("| Folder of `src`")) + 2)
  .map((line) => line.split("|").slice(1, -1))
  .filter((cells, index, rows) => rows.slice(0, index + 1).every(({ length }) => length === 3))
  .map(([folder = "", , mayImport = ""]) => [namesIn(folder)[0], namesIn(mayImport)] as const)

function namesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)
}

describe("who may import whom", () => {
  it("is told to contributors as lint enforces it", () => {
    expect(Object.fromEntries(TABLE)).toEqual(FLOORS)
  })

  it("names every folder of src", () => {
    const folders = readdirSync(path.join(ROOT, "src"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)

    expect(Object.keys(FLOORS).sort()).toEqual(folders.sort())
  })
})
