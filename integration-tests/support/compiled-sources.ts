import path from "node:path"
import { keptBuild, ROOT, runScript } from "./kept-build"

const COMPILER = "scripts/compile-sources.mjs"
const SOURCES = [
  "src",
  "demo",
  "integration-tests/support",
  "medusa-config.ts",
  "package.json",
  COMPILER,
]

/** The packages that stores run with: of another Medusa in `npm run campaign:kill -- --medusa 2.17.2`. */
const STORE_MODULES = process.env.STORE_MODULES ?? path.join(ROOT, "node_modules")

/**
 * The repository's sources as JavaScript, in folders as they stand in the repository: a store starts
 * from them in two thirds of the time that it takes with a compiler in its process.
 */
export function compiledSources(): Promise<string> {
  return keptBuild(
    "sources",
    SOURCES,
    (draft) => runScript(COMPILER, [draft, STORE_MODULES]),
    STORE_MODULES,
  )
}
