import { keptBuild, runScript } from "./kept-build"

const COMPILER = "scripts/compile-sources.mjs"
const SOURCES = [
  "src",
  "demo",
  "integration-tests/support",
  "medusa-config.ts",
  "package.json",
  COMPILER,
]

/**
 * The repository's sources as JavaScript, in folders as they stand in the repository: a store starts
 * from them in two thirds of the time that it takes with a compiler in its process.
 */
export function compiledSources(): Promise<string> {
  return keptBuild("sources", SOURCES, (draft) => runScript(COMPILER, [draft]))
}
