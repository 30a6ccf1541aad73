// npm run campaign:kill -- --kills 200 --seed 42, npm run campaign:race -- --races 1000: a test of
// integration-tests/resilience, as long as wanted. Prints what happened; the exit code is 1 when a
// payment was lost. With `--medusa 2.17.2` the stores run on that version.
import { spawn } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { ensureInstalled } from "./ensure-installed.mjs"
import { installMedusa } from "./other-medusa.mjs"

/** What there is to repeat, how many times unless told, and how many take a minute. */
const CAMPAIGNS = {
  kill: { option: "kills", usual: "200", aMinute: 6 },
  race: { option: "races", usual: "1000", aMinute: 50 },
}
const MAX_TIMES = 10_000

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")

const [name, ...args] = process.argv.slice(2)
const { option, usual, aMinute } = CAMPAIGNS[name]
const { values } = parseArgs({
  args,
  options: {
    [option]: { type: "string", default: usual },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    medusa: { type: "string" },
  },
})
const times = wholeNumber(`--${option}`, values[option], MAX_TIMES)
const seed = wholeNumber("--seed", values.seed, Number.MAX_SAFE_INTEGER)

const medusa = values.medusa && version(values.medusa)

ensureInstalled()
const modules = medusa && installMedusa(root, medusa)
const { startEmbeddedPostgres } = await import("./embedded-postgres.mjs")
const postgres = await startEmbeddedPostgres()
const minutes = Math.ceil(times / aMinute)
console.log(`${times} ${option} with seed ${seed}; this takes about ${minutes} minutes.`)
const jest = spawn(
  process.execPath,
  [
    path.join(root, "node_modules/jest/bin/jest.js"),
    "--selectProjects=resilience",
    `--testPathPattern=${name}\\.spec`,
    "--runInBand",
    "--forceExit",
  ],
  {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      NODE_ENV: "test",
      NODE_OPTIONS: "--experimental-vm-modules",
      NODE_NO_WARNINGS: "1",
      DB_HOST: postgres.host,
      DB_PORT: String(postgres.port),
      DB_USERNAME: postgres.user,
      DB_PASSWORD: postgres.password,
      [`CAMPAIGN_${option.toUpperCase()}`]: String(times),
      CAMPAIGN_SEED: String(seed),
      ...(modules && { STORE_MODULES: modules }),
    },
  },
)
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => jest.kill(signal))
}
const [code] = await once(jest, "exit")
await postgres.stop()
process.exitCode = code ?? 1

function version(text) {
  if (/^\d+\.\d+\.\d+$/.test(text)) return text
  console.error(`--medusa is "${text}"; expected a version such as 2.17.2.`)
  process.exit(1)
}

function wholeNumber(name, text, max) {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value > 0 && value <= max) {
    return value
  }
  console.error(`${name} is "${text}"; expected a whole number from 1 to ${max}.`)
  process.exit(1)
}
