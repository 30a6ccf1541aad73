import { spawn } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { freePort } from "../../support/start-store"

const START_TIMEOUT_MS = 15_000
const READY = /Ready to accept connections/

export interface RedisServer {
  url: string
  stop(): Promise<void>
}

/**
 * Debian's redis-server on a free port, in memory only.
 * @throws Error that says what to install when it can't be started
 */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort()
  const child = spawn(
    "redis-server",
    ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
    { stdio: ["ignore", "pipe", "pipe"] },
  )
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(timer)
      reject(
        new Error(
          `TWO INSTANCES NOT TESTED: ${why}. Install redis-server (Debian: apt-get install redis-server).`,
        ),
      )
    }
    const timer = setTimeout(() => {
      child.kill("SIGKILL")
      fail(`redis-server was not ready within ${START_TIMEOUT_MS} ms`)
    }, START_TIMEOUT_MS)
    child.once("error", (error) => fail(`redis-server can't be started: ${error.message}`))
    child.once("exit", (code) => fail(`redis-server ended with code ${code}`))
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (!READY.test(line)) return
      clearTimeout(timer)
      child.removeAllListeners("exit")
      resolve()
    })
  })
  const gone = once(child, "exit")
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      child.kill("SIGTERM")
      await gone
    },
  }
}
