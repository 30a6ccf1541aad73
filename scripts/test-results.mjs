// What jest's JSON says, in lines for a person and in sums.
import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

/** How much of a failing run's own output is shown when no test can be blamed, in lines. */
const TAIL_LINES = 60
/** How many test files are named for having taken longest. */
const LONGEST_SHOWN = 12

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")

export function addTo(total, result) {
  for (const outcome of Object.keys(total)) total[outcome] += result[outcome]
}

/** Sums jest's JSON up and prints why tests failed; a run that broke counts as a failure. */
export function readResult({ code, killed, outputFile, logFile, kinds }) {
  if (!existsSync(outputFile)) {
    printTail(logFile, killed ?? `jest ended with code ${code} and without a result.`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
  const suites = JSON.parse(readFileSync(outputFile, "utf8")).testResults
  for (const suite of suites.filter(({ status }) => status === "failed")) {
    console.error(`\n${path.relative(root, suite.name)}\n${suite.message}`)
  }
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const kind of kinds) {
    const folders = kind.folders.map((folder) => path.join(root, folder) + path.sep)
    const own = suites.filter(({ name }) => folders.some((folder) => name.startsWith(folder)))
    const result = sumOf(own)
    addTo(total, result)
    console.log(`${kind.name.padEnd(11)} ${sentence(result)} in ${spanOf(own)} s`)
  }
  console.log(`${" ".repeat(11)} longest: ${longestOf(suites)}`)
  if (code !== 0 && total.failed === 0) {
    printTail(logFile, killed ?? `jest ended with code ${code} although no test failed.`)
    total.failed = 1
  }
  if (total.failed > 0) {
    console.error(`Everything that was printed: ${logFile}`)
  }
  return total
}

function sumOf(suites) {
  const tests = suites.flatMap(({ assertionResults }) => assertionResults)
  const count = (...statuses) => tests.filter(({ status }) => statuses.includes(status)).length
  const broken = suites.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  )
  return {
    passed: count("passed"),
    failed: count("failed") + broken.length,
    skipped: count("pending", "todo", "skipped"),
  }
}

/** From the first start to the last end, in seconds. */
function spanOf(suites) {
  if (suites.length === 0) return "0.0"
  const first = Math.min(...suites.map(({ startTime }) => startTime))
  const last = Math.max(...suites.map(({ endTime }) => endTime))
  return ((last - first) / 1000).toFixed(1)
}

/** Where the time goes, in seconds. */
function longestOf(suites) {
  return suites
    .map(({ name, startTime, endTime }) => ({ name, seconds: (endTime - startTime) / 1000 }))
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, LONGEST_SHOWN)
    .map(({ name, seconds }) => `${path.basename(name, ".ts")} ${seconds.toFixed(0)} s`)
    .join(", ")
}

export function printTail(logFile, reason) {
  console.error(`${reason} Its last words:\n${readLines(logFile).slice(-TAIL_LINES).join("\n")}`)
}

export function readLines(file) {
  return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : []
}

export function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`
}
