import { fork, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { createWriteStream, readFileSync } from "node:fs"
import { mkdtemp } from "node:fs/promises"
import net from "node:net"
import os from "node:os"
import path from "node:path"
import type { SeededShop } from "../../demo/seed"
import type { OptionsInput } from "../../src/config"
import { takeCart } from "./cart-shelf"
import { compiledSources } from "./compiled-sources"
import type { Cart } from "./shopper"
import { makeStoreFolder } from "./store-folder"
import { STORE_KEYS } from "./store-keys"
import type { Memory, StoreAnswer, StoreRequest } from "./store-messages"

const START_TIMEOUT_MS = 10 * 60_000
const STOP_TIMEOUT_MS = 20_000
const LOG_TAIL_LINES = 60

export interface StoreOptions {
  databaseUrl: string
  /** The gateway's address, up to and including `/v1`. */
  gatewayUrl: string
  port?: number
  env?: Record<string, string | undefined>
  /** Written in the store's configuration; without them the environment is all there is. */
  options?: OptionsInput
}

/** A running store in a process of its own. */
export interface StoreProcess {
  url: string
  port: number
  webhookUrl: string
  shop: SeededShop
  /** A cart that was filled ahead; undefined when none is left. */
  takeCart(regionId: string): Promise<Cart | undefined>
  logFile: string
  log(): string
  /** Runs one of `src/jobs` in the store now; resolves when it has ended. */
  runJob(name: string): Promise<void>
  /** The same, but nothing when another run is at it already, as the job's schedule would do. */
  nudgeJob(name: string): Promise<void>
  /** Runs one of the workflows that `src/workflows` exports, and resolves with its result. */
  runWorkflow(name: string, input: object): Promise<unknown>
  /** Calls a method of one of its payment providers, and resolves with the answer. */
  callProvider(providerId: string, method: string, input: object): Promise<unknown>
  /** What it holds in memory, once what nobody uses is collected. */
  memory(): Promise<Memory>
  /** Ends it as a crash would. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** A store whose code is loaded, and which waits for its turn: nothing is open or running yet. */
export interface StoreOnCall {
  start(): Promise<StoreProcess>
  dismiss(): Promise<void>
}

export async function startStore(options: StoreOptions): Promise<StoreProcess> {
  const { child, process: started, logFile } = await forkStore(options)
  return started(await ready(child, logFile))
}

/** Loads a store's code ahead, which is most of a start; it opens database and port when called. */
export async function prepareStore(options: StoreOptions): Promise<StoreOnCall> {
  const {
    child,
    process: started,
    logFile,
  } = await forkStore({
    ...options,
    env: { ...options.env, STORE_ON_CALL: "true" },
  })
  await loaded(child, logFile)
  return {
    start: async () => {
      child.send({ start: true } satisfies StoreRequest)
      return started(await ready(child, logFile))
    },
    dismiss: () => end(child, "SIGKILL"),
  }
}

async function forkStore(options: StoreOptions) {
  const port = options.port ?? (await freePort())
  const folder = await mkdtemp(path.join(os.tmpdir(), "pagoefectivo-store-"))
  const logFile = path.join(folder, "store.log")
  const url = `http://127.0.0.1:${port}`
  const sources = await compiledSources()
  const child = fork(path.join(sources, "integration-tests/support/store-entry.js"), [], {
    cwd: sources,
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      ...process.env,
      ...storeEnvironment(options, port, url),
      ...(options.options && { STORE_DIRECTORY: await makeStoreFolder(options.options) }),
      ...options.env,
    },
  })
  // As many listeners as a test has jobs under way.
  child.setMaxListeners(0)
  const log = createWriteStream(logFile)
  child.stdout?.pipe(log, { end: false })
  child.stderr?.pipe(log, { end: false })
  const started = (shop: SeededShop): StoreProcess => ({
    url,
    port,
    webhookUrl: `${url}/hooks/payment/pagoefectivo_pagoefectivo`,
    shop,
    takeCart: (regionId) => takeCart(options.databaseUrl, regionId),
    logFile,
    log: () => readFileSync(logFile, "utf8"),
    runJob: async (job) => void (await ask(child, { job, mayBeLeft: false })),
    nudgeJob: async (job) => void (await ask(child, { job, mayBeLeft: true })),
    runWorkflow: (workflow, input) => ask(child, { workflow, input }),
    callProvider: (providerId, method, input) => ask(child, { providerId, method, input }),
    memory: async () => (await ask(child, { measure: "memory" })) as Memory,
    kill: () => end(child, "SIGKILL"),
    stop: () => end(child, "SIGTERM"),
  })
  return { child, process: started, logFile }
}

function storeEnvironment({ databaseUrl, gatewayUrl }: StoreOptions, port: number, url: string) {
  return {
    NODE_ENV: "development",
    NODE_OPTIONS: "",
    NO_COLOR: "1",
    LOG_LEVEL: "info",
    MEDUSA_DISABLE_TELEMETRY: "true",
    DISABLE_MEDUSA_ADMIN: "true",
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    ...STORE_KEYS,
    PAGOEFECTIVO_BASE_URL: gatewayUrl,
    PAGOEFECTIVO_BACKEND_URL: url,
  }
}

async function ready(child: ChildProcess, logFile: string): Promise<SeededShop> {
  const answer = await startAnswer(child, logFile, "ready")
  return (answer as Extract<StoreAnswer, { type: "ready" }>).shop
}

async function loaded(child: ChildProcess, logFile: string): Promise<void> {
  await startAnswer(child, logFile, "loaded")
}

function startAnswer(
  child: ChildProcess,
  logFile: string,
  wanted: StoreAnswer["type"],
): Promise<StoreAnswer> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => {
      clearTimeout(timer)
      child.kill("SIGKILL")
      const tail = readFileSync(logFile, "utf8").split("\n").slice(-LOG_TAIL_LINES).join("\n")
      reject(new Error(`The store did not start: ${reason}\n${tail}`))
    }
    const timer = setTimeout(() => fail(`no answer in ${START_TIMEOUT_MS} ms`), START_TIMEOUT_MS)
    child.once("exit", (code, signal) => fail(`it ended (${code ?? signal})`))
    const listen = (answer: StoreAnswer) => {
      if (answer.type !== wanted && answer.type !== "failed") return
      clearTimeout(timer)
      child.off("message", listen)
      child.removeAllListeners("exit")
      if (answer.type === "failed") fail(answer.reason)
      else resolve(answer)
    }
    child.on("message", listen)
  })
}

let lastRequest = 0

type Asked =
  | { job: string; mayBeLeft: boolean }
  | { workflow: string; input: object }
  | { providerId: string; method: string; input: object }
  | { measure: "memory" }

function ask(child: ChildProcess, asked: Asked): Promise<unknown> {
  const request = { id: ++lastRequest, ...asked } satisfies StoreRequest
  const what = Object.values(asked)[0] as string
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error(`The store ended while ${what} was running`))
    const listen = (answer: StoreAnswer) => {
      if (!("id" in answer) || answer.id !== request.id) return
      child.off("message", listen)
      child.off("exit", gone)
      if (answer.type === "done") resolve(answer.result)
      else reject(new Error(answer.reason))
    }
    child.on("message", listen)
    child.once("exit", gone)
    child.send(request, (error) => error && reject(error))
  })
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, "exit")
  child.kill(signal)
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS)
  await gone
  clearTimeout(timer)
}

export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as net.AddressInfo
  server.close()
  await once(server, "close")
  return port
}
