import path from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import type { SeededShop } from "../seed"
import type { StoreMessage } from "../store/messages"
import { logExcerpt, startChild, type Child } from "./child"
import { DemoError } from "./demo-error"
import { LAUNCHER_LIMITS } from "./limits"
import { logFile, ROOT } from "./paths"
import type { Shutdown } from "./shutdown"

/** Creates or updates the tables. `onModule` hears whose tables are in the making. */
export async function migrate(
  env: NodeJS.ProcessEnv,
  shutdown: Shutdown,
  onModule: (name: string) => void,
): Promise<void> {
  const child = startChild({
    script: path.join(ROOT, "demo/store/migrate.ts"),
    cwd: ROOT,
    env,
    logFile: logFile("migrate"),
    onOutput: (text) => {
      const name = /MODULE: (\w+)/.exec(text)?.[1]
      if (name) onModule(name.replaceAll("_", " "))
    },
  })
  shutdown.add("The migration", () => child.stop())
  const code = await inTime(child.exited, LAUNCHER_LIMITS.migrateMs, "The migration")
  if (code !== 0) throw failed("The tables could not be created", child)
}

/** Medusa on its port, with the shop's data in it. */
export async function startStore(
  env: NodeJS.ProcessEnv,
  shutdown: Shutdown,
  onListening: () => void,
): Promise<{ child: Child; shop: SeededShop }> {
  const child = startChild({
    script: path.join(ROOT, "demo/store/serve.ts"),
    cwd: ROOT,
    env,
    logFile: logFile("medusa"),
  })
  shutdown.add("The store", () => child.stop())
  const ready = new Promise<SeededShop>((resolve, reject) => {
    child.process.on("message", (message: StoreMessage) => {
      if (message.type === "listening") onListening()
      if (message.type === "ready") resolve(message.shop)
    })
    void child.exited.then(() => reject(failed("The store did not start", child)))
  })
  const shop = await inTime(ready, LAUNCHER_LIMITS.storeStartMs, "The store's start")
  return { child, shop }
}

async function inTime<T>(work: Promise<T>, ms: number, what: string): Promise<T> {
  const timer = new AbortController()
  const late = wait(ms, null, { signal: timer.signal }).then(() => {
    throw new DemoError(
      `${what} took longer than ${ms / 1000} s.`,
      "See the logs in .demo/logs; on a slow or busy machine, start again.",
    )
  })
  try {
    return await Promise.race([work, late])
  } finally {
    timer.abort()
    late.catch(() => {})
  }
}

export function failed(what: string, child: Child): DemoError {
  const file = path.relative(ROOT, child.logFile)
  return new DemoError(
    `${what}. The last lines of ${file}:\n${logExcerpt(child.logFile)}`,
    "Correct what these lines name and run `npm start` again. To begin anew, delete the folder " +
      ".demo (this removes the demo's orders).",
  )
}
