// npm test: installs what is missing, starts a PostgreSQL, runs the jest projects one after the
// other and sums them up. `npm test -- unit http` runs only those, `npm test -- http -- -t paid`
// hands everything after the second `--` to jest.
import { spawn } from "node:child_process"
import { once } from "node:events"
import { createWriteStream, existsSync, readFileSync, readdirSync } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { ensureInstalled } from "./ensure-installed.mjs"
import { ensureSystemPackage } from "./system-packages.mjs"

/** No project may take longer, so that a hanging test cannot hold up a whole CI run. */
const PROJECT_MINUTES = 25

/** The projects of jest.config.js in the order they run, with what each needs beside Node. */
const PROJECTS = [
  { name: "unit", specs: "src", pattern: /\.unit\.spec\.tsx?$/ },
  { name: "modules", database: true },
  // Each spec has a store of its own, which mostly waits: two share two cores well.
  { name: "http", database: true, workers: 2 },
  // Package managers wait for the network and the disk, Medusa's start for one core.
  { name: "installs", database: true, systemPackage: "chromium", workers: 2, minutes: 60 },
  { name: "resilience", database: true, systemPackage: "redis-server" },
  { name: "browser", database: true, systemPackage: "chromium" },
].map((project) => ({
  specs: `integration-tests/${project.name}`,
  pattern: /\.spec\.tsx?$/,
  minutes: PROJECT_MINUTES,
  ...project,
}))

/** How much of a failing run's own output is shown when no test can be blamed, in lines. */
const TAIL_LINES = 60

/** How long jest may stay after its result is written; longer means a test left something open. */
const EXIT_GRACE_MS = 10_000

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
const isCI = process.env.CI === "true"

const { chosen, jestArgs } = readArguments(process.argv.slice(2))
ensureInstalled()
process.exitCode = await main()

async function main() {
  const workDir = await mkdtemp(path.join(os.tmpdir(), "medusa-pagoefectivo-test-"))
  const running = { child: undefined, postgres: undefined }
  stopOnSignals(running, workDir)

  const total = { passed: 0, failed: 0, skipped: 0 }
  try {
    for (const project of chosen) {
      const result = await runProject(project, { workDir, running })
      if (result) {
        total.passed += result.passed
        total.failed += result.failed
        total.skipped += result.skipped
      }
    }
  } finally {
    await running.postgres?.stop()
    if (total.failed === 0) {
      await rm(workDir, { recursive: true, force: true })
    }
  }
  if (total.passed + total.failed + total.skipped === 0) {
    console.error("No test was found, which counts as a failure.")
    total.failed = 1
  }
  console.log(sentence(total))
  return total.failed === 0 ? 0 : 1
}

/** Runs one project and prints its line; undefined when it has no spec at all. */
async function runProject(project, { workDir, running }) {
  const specCount = countSpecs(path.join(root, project.specs), project.pattern)
  if (specCount === 0) {
    return undefined
  }
  const missing = project.systemPackage && ensureSystemPackage(project.systemPackage)
  if (missing) {
    console.error(`${project.name}: NOT RUN. ${missing}`)
    return isCI
      ? { passed: 0, failed: specCount, skipped: 0 }
      : { passed: 0, failed: 0, skipped: specCount }
  }
  const database = project.database ? await databaseEnvironment(running) : {}
  const startedAt = Date.now()
  const result = await runJest(project, { workDir, running, database })
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  console.log(`${project.name.padEnd(11)} ${sentence(result)} in ${seconds} s`)
  for (const line of readLines(path.join(workDir, `${project.name}.figures`))) {
    console.log(`${" ".repeat(11)} ${line}`)
  }
  return result
}

async function runJest(project, { workDir, running, database }) {
  const outputFile = path.join(workDir, `${project.name}.json`)
  const logFile = path.join(workDir, `${project.name}.log`)
  const figuresFile = path.join(workDir, `${project.name}.figures`)
  const log = createWriteStream(logFile)
  const child = spawn(
    process.execPath,
    [
      path.join(root, "node_modules/jest/bin/jest.js"),
      "--selectProjects",
      project.name,
      "--json",
      `--outputFile=${outputFile}`,
      ...(project.database ? [`--maxWorkers=${project.workers ?? 1}`, "--forceExit"] : []),
      ...jestArgs,
      ...(jestArgs.length > 0 ? ["--passWithNoTests"] : []),
    ],
    {
      cwd: root,
      env: testEnvironment({ ...database, TEST_FIGURES_FILE: figuresFile }),
      stdio: ["ignore", "pipe", "pipe"],
    },
  )
  running.child = child
  // The machine-readable answer goes to the file; what is printed on stdout is the same again.
  child.stdout.resume()
  child.stderr.pipe(log)
  const closed = once(child, "close")
  const killed = killWhenStuck(child, { outputFile, minutes: project.minutes })
  const [code] = await closed
  running.child = undefined
  return readResult({ code, killed: killed(), outputFile, logFile })
}

/** Ends a jest that does not end by itself; the returned function says why it had to, if so. */
function killWhenStuck(child, { outputFile, minutes }) {
  let reason
  let resultSeenAt
  const startedAt = Date.now()
  const timer = setInterval(() => {
    resultSeenAt ??= existsSync(outputFile) ? Date.now() : undefined
    if (resultSeenAt && Date.now() - resultSeenAt > EXIT_GRACE_MS) {
      reason = "All tests ended, but one left a server, socket or timer open, and jest stayed."
    } else if (Date.now() - startedAt > minutes * 60_000) {
      reason = `The tests did not end within ${minutes} minutes.`
    }
    if (reason) {
      child.kill("SIGKILL")
    }
  }, 1_000)
  child.once("close", () => clearInterval(timer))
  return () => reason
}

function testEnvironment(additions) {
  return {
    ...process.env,
    ...additions,
    NODE_ENV: "test",
    // Also for processes that the tests themselves start with Node.
    NODE_OPTIONS: [process.env.NODE_OPTIONS, "--experimental-vm-modules"].filter(Boolean).join(" "),
    MEDUSA_DISABLE_TELEMETRY: "true",
    NODE_NO_WARNINGS: "1",
    // Options of the developer's own shop must not reach the tests.
    ...Object.fromEntries(
      Object.keys(process.env)
        .filter((name) => name.startsWith("PAGOEFECTIVO_"))
        .map((name) => [name, undefined]),
    ),
  }
}

/** Sums jest's JSON up and prints why tests failed; a run that broke counts as a failure. */
function readResult({ code, killed, outputFile, logFile }) {
  if (!existsSync(outputFile)) {
    printTail(logFile, killed ?? `jest ended with code ${code} and without a result.`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
  const report = JSON.parse(readFileSync(outputFile, "utf8"))
  const result = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  }
  for (const suite of report.testResults.filter(({ status }) => status === "failed")) {
    console.error(`\n${path.relative(root, suite.name)}\n${suite.message}`)
  }
  if (code !== 0 && result.failed === 0) {
    printTail(logFile, killed ?? `jest ended with code ${code} although no test failed.`)
    result.failed = 1
  }
  if (result.failed > 0) {
    console.error(`Everything that was printed: ${logFile}`)
  }
  return result
}

function printTail(logFile, reason) {
  console.error(`${reason} Its last words:\n${readLines(logFile).slice(-TAIL_LINES).join("\n")}`)
}

function readLines(file) {
  return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : []
}

/** DB_* as Medusa's test runner reads them: the caller's own server, or one started once. */
async function databaseEnvironment(running) {
  if (process.env.DB_HOST) {
    return {}
  }
  if (!running.postgres) {
    const { startEmbeddedPostgres } = await import("./embedded-postgres.mjs")
    running.postgres = await startEmbeddedPostgres()
  }
  const { host, port, user, password } = running.postgres
  return { DB_HOST: host, DB_PORT: String(port), DB_USERNAME: user, DB_PASSWORD: password }
}

/** Ctrl-C and kill end jest and the database before this process goes. */
function stopOnSignals(running, workDir) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.once(signal, async () => {
      running.child?.kill("SIGTERM")
      await running.postgres?.stop().catch(() => {})
      await rm(workDir, { recursive: true, force: true })
      process.exit(128 + os.constants.signals[signal])
    })
  }
}

function readArguments(args) {
  const split = args.indexOf("--")
  const names = split < 0 ? args : args.slice(0, split)
  const known = PROJECTS.map(({ name }) => name)
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    console.error(
      `Unknown test project "${unknown[0]}"; there are ${known.join(", ")}. ` +
        "Options for jest follow a second `--`: npm test -- http -- -t paid",
    )
    process.exit(1)
  }
  return {
    chosen: PROJECTS.filter(({ name }) => names.length === 0 || names.includes(name)),
    jestArgs: split < 0 ? [] : args.slice(split + 1),
  }
}

function countSpecs(directory, pattern) {
  if (!existsSync(directory)) {
    return 0
  }
  return readdirSync(directory, { recursive: true }).filter((file) => pattern.test(file)).length
}

function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`
}
