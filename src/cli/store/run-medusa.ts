import { fork } from "node:child_process"
import { readFileSync } from "node:fs"
import path from "node:path"
import { stripVTControlCharacters } from "node:util"
import { BrandedError } from "../../errors/branded-error"
import { findPackage } from "../../config/installed-package"
import { UsageError } from "../usage-error"
import type { Store } from "./find-store"
import { CLI_LIMITS as LIMITS } from "./limits"
import {
  REQUEST_VARIABLE,
  type StoreAnswer,
  type StoreMessage,
  type StoreRequest,
} from "./messages"

/** A command of Medusa's that did not end well; `output` is what it printed. */
export class MedusaFailedError extends BrandedError {
  constructor(
    readonly command: string,
    readonly output: string,
    readonly timedOut: boolean,
  ) {
    super(`\`medusa ${command}\` failed`)
  }
}

/**
 * Starts the store as `medusa exec` does, without its server and jobs, and asks it something.
 * @throws MedusaFailedError when it does not start, or can't answer.
 */
export async function askStore(
  store: Store,
  request: StoreRequest,
  onDone: (look: Extract<StoreMessage, { type: "done" }>["look"]) => void = () => {},
): Promise<StoreAnswer> {
  let answer: StoreAnswer | undefined
  const output = await runMedusa(store, ["exec", require.resolve("./inside")], {
    env: { [REQUEST_VARIABLE]: JSON.stringify(request) },
    onMessage: (message) => {
      if (message.type === "done") onDone(message.look)
      else answer = message.answer
    },
  })
  if (!answer) throw new MedusaFailedError("exec", output, false)
  return answer
}

/** Brings the database up to date, without a question. @throws MedusaFailedError */
export async function migrateStore(store: Store): Promise<void> {
  await runMedusa(store, ["db:migrate", "--execute-safe-links"])
}

/** By itself Medusa tries a database that does not answer five times, a minute each. */
const IMPATIENT = { __MEDUSA_DB_CONNECTION_MAX_RETRIES: "1" }

interface RunOptions {
  env?: Record<string, string>
  onMessage?: (message: StoreMessage) => void
}

function runMedusa(
  store: Store,
  args: string[],
  { env, onMessage = () => {} }: RunOptions = {},
): Promise<string> {
  const child = fork(medusaCli(store), args, {
    cwd: store.directory,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...process.env, ...IMPATIENT, ...env, NO_COLOR: "1", FORCE_COLOR: "0" },
  })
  let output = ""
  const keep = (chunk: Buffer) => {
    output = (output + stripVTControlCharacters(String(chunk))).slice(-LIMITS.maxOutputLength)
  }
  child.stdout?.on("data", keep)
  child.stderr?.on("data", keep)
  child.on("message", (message) => onMessage(message as StoreMessage))
  return new Promise((resolve, reject) => {
    let timedOut = false
    const timer = setTimeout(() => {
      timedOut = true
      child.kill("SIGKILL")
    }, LIMITS.commandTimeoutMs)
    child.once("error", reject)
    child.once("close", (code) => {
      clearTimeout(timer)
      if (code === 0) resolve(output)
      else reject(new MedusaFailedError(args[0] ?? "", output, timedOut))
    })
  })
}

/** The file behind the store's own command `medusa`. @throws UsageError when there is none. */
function medusaCli({ directory }: Store): string {
  const found = findPackage(directory, "@medusajs/cli")
  if (!found) {
    throw new UsageError(
      `@medusajs/cli is not installed in ${directory}. Install the store's packages first`,
    )
  }
  const file = path.join(found.directory, "package.json")
  const { bin } = JSON.parse(readFileSync(file, "utf8")) as { bin?: { medusa?: string } }
  return path.join(found.directory, bin?.medusa ?? "cli.js")
}
