// npm test: installs what is missing, starts a PostgreSQL, runs the tests and sums them up. Without
// names it runs what every change needs, `npm run test:all` runs everything, `npm test -- unit http`
// only those kinds; `npm test -- http -- -t paid` hands everything after the second `--` to jest.
import { spawn } from "node:child_process"
import { once } from "node:events"
import { createWriteStream, existsSync, readdirSync } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { ensureInstalled } from "./ensure-installed.mjs"
import { ensureSystemPackage } from "./system-packages.mjs"
import { addTo, printTail, readLines, readResult, sentence } from "./test-results.mjs"

/** The kinds of test (projects of jest.config.js), with what each needs beside Node. */
const KINDS = Object.entries({
  unit: { folders: ["src", "docs"], pattern: /\.unit\.spec\.tsx?$/ },
  http: { database: true },
  browser: { database: true, systemPackage: "chromium" },
  commands: { database: true, systemPackage: "chromium" },
  installs: { database: true, systemPackage: "chromium" },
  resilience: { database: true, systemPackage: "redis-server" },
}).map(([name, needs]) => ({
  name,
  folders: [`integration-tests/${name}`],
  pattern: /\.spec\.tsx?$/,
  ...needs,
}))

/**
 * What runs side by side in one jest. A spec has a store of its own, which mostly waits, as do
 * commands that start whole stores, package managers, kills and races: three keep two cores busy.
 */
const ROUNDS = [
  { kinds: ["unit"], workers: 2 },
  { kinds: ["http", "browser", "commands", "installs", "resilience"], workers: 3 },
]

/** `npm test` without names; the rest has commands of its own in package.json. */
const EVERY_CHANGE = ["unit", "http", "browser"]

/** How long jest may stay after its result is written; longer means a test left something open. */
const EXIT_GRACE_MS = 60_000

/** No round may take longer, so that a hanging test cannot hold up a whole CI run. */
const ROUND_TIMEOUT_MS = 55 * 60_000

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
const isCI = process.env.CI === "true"

const { chosen, jestArgs } = readArguments(process.argv.slice(2))
ensureInstalled()
process.exitCode = await main()

async function main() {
  const workDir = await mkdtemp(path.join(os.tmpdir(), "medusa-pagoefectivo-test-"))
  const running = { children: new Set(), postgres: undefined }
  stopOnSignals(running, workDir)

  const total = { passed: 0, failed: 0, skipped: 0 }
  try {
    const kinds = chosen.filter((kind) => {
      const missing = notRun(kind)
      if (missing) addTo(total, missing)
      return !missing && countSpecs(kind) > 0
    })
    const preparation = prepare(kinds, { workDir, running })
    for (const round of ROUNDS) {
      const together = kinds.filter(({ name }) => round.kinds.includes(name))
      if (together.length === 0) continue
      const database = together.some((kind) => kind.database) ? await preparation : {}
      addTo(total, await runRound({ ...round, kinds: together }, { workDir, running, database }))
    }
    await preparation
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

/** What counts for a kind that can't run here: a failure in CI. Undefined when it can. */
function notRun(kind) {
  const specs = countSpecs(kind)
  const missing = specs > 0 && kind.systemPackage && ensureSystemPackage(kind.systemPackage)
  if (!missing) return undefined
  console.error(`${kind.name}: NOT RUN. ${missing}`)
  return isCI ? { passed: 0, failed: specs, skipped: 0 } : { passed: 0, failed: 0, skipped: specs }
}

/**
 * Starts the database server and makes what the stores of all specs share, beside the unit tests.
 * Resolves with DB_* as the tests read them.
 */
async function prepare(kinds, { workDir, running }) {
  if (!kinds.some((kind) => kind.database)) return {}
  const database = await databaseEnvironment(running)
  const logFile = path.join(workDir, "prepare.log")
  const args = ["--import", "tsx", path.join(root, "integration-tests/support/prepare.ts")]
  if (kinds.some(({ name }) => name === "browser")) args.push("admin")
  const { code } = await runNode(args, { running, logFile, env: testEnvironment(database) })
  // Whoever needs what is missing makes it, or fails with the reason.
  if (code !== 0) printTail(logFile, "The tests' database or admin could not be made ahead.")
  return database
}

/** Runs kinds of test side by side, prints a line for each and gives their sum. */
async function runRound({ kinds, workers }, { workDir, running, database }) {
  const names = kinds.map(({ name }) => name)
  const fileOf = (extension) => path.join(workDir, `${names.join("-")}.${extension}`)
  const [outputFile, logFile, figuresFile] = ["json", "log", "figures"].map(fileOf)
  const isBooting = kinds.some((kind) => kind.database)
  const args = [
    path.join(root, "node_modules/jest/bin/jest.js"),
    "--selectProjects",
    ...names,
    "--json",
    `--outputFile=${outputFile}`,
    `--maxWorkers=${workers}`,
    ...(isBooting ? ["--forceExit"] : []),
    ...jestArgs,
    ...(jestArgs.length > 0 ? ["--passWithNoTests"] : []),
  ]
  const env = testEnvironment({ ...database, TEST_FIGURES_FILE: figuresFile })
  const { code, killed } = await runNode(args, { running, logFile, env, outputFile })
  const result = readResult({ code, killed, outputFile, logFile, kinds })
  for (const line of readLines(figuresFile)) {
    console.log(`${" ".repeat(11)} ${line}`)
  }
  return result
}

/** Runs Node until it ends, or until it is stuck after its output file is there. */
async function runNode(args, { running, logFile, env, outputFile }) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ["ignore", outputFile ? "ignore" : "pipe", "pipe"],
  })
  running.children.add(child)
  const log = createWriteStream(logFile)
  child.stdout?.pipe(log, { end: false })
  child.stderr.pipe(log, { end: false })
  const closed = once(child, "close")
  const killed = killWhenStuck(child, outputFile)
  const [code] = await closed
  running.children.delete(child)
  await new Promise((resolve) => log.end(resolve))
  return { code, killed: killed() }
}

/** Ends a process that does not end by itself; the returned function says why it had to, if so. */
function killWhenStuck(child, outputFile) {
  let reason
  let resultSeenAt
  const startedAt = Date.now()
  const timer = setInterval(() => {
    resultSeenAt ??= outputFile && existsSync(outputFile) ? Date.now() : undefined
    if (resultSeenAt && Date.now() - resultSeenAt > EXIT_GRACE_MS) {
      reason = "All tests ended, but one left a server, socket or timer open, and jest stayed."
    } else if (Date.now() - startedAt > ROUND_TIMEOUT_MS) {
      reason = `It did not end within ${ROUND_TIMEOUT_MS / 60_000} minutes.`
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
      for (const child of running.children) child.kill("SIGTERM")
      await running.postgres?.stop().catch(() => {})
      await rm(workDir, { recursive: true, force: true })
      process.exit(128 + os.constants.signals[signal])
    })
  }
}

function readArguments(args) {
  const split = args.indexOf("--")
  const names = split < 0 ? args : args.slice(0, split)
  const known = KINDS.map(({ name }) => name)
  const unknown = names.filter((name) => !known.includes(name) && name !== "all")
  if (unknown.length > 0) {
    console.error(
      `Unknown kind of test "${unknown[0]}"; there are ${known.join(", ")} and all. ` +
        "Options for jest follow a second `--`: npm test -- http -- -t paid",
    )
    process.exit(1)
  }
  const wanted = names.length === 0 ? EVERY_CHANGE : names.includes("all") ? known : names
  return {
    chosen: KINDS.filter(({ name }) => wanted.includes(name)),
    jestArgs: split < 0 ? [] : args.slice(split + 1),
  }
}

function countSpecs({ folders, pattern }) {
  return folders
    .map((folder) => path.join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true }))
    .filter((file) => pattern.test(file)).length
}
