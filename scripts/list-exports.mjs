// Prints every file that package.json promises by name (exports and bin, without patterns).
import { readFileSync } from "node:fs"

const { exports, bin } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
)

function filesOf(entry) {
  return typeof entry === "string" ? [entry] : Object.values(entry).flatMap(filesOf)
}

const files = [exports, bin].flatMap(filesOf).filter((file) => !file.includes("*"))
console.log([...new Set(files)].join("\n"))
