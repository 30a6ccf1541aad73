import { fork } from "node:child_process"
import { once } from "node:events"
import path from "node:path"

export interface OwnPostgres {
  /** `DB_HOST` and its like, as the test database reads them. */
  env: Record<"DB_HOST" | "DB_PORT" | "DB_USERNAME" | "DB_PASSWORD", string>
  /** `immediate`: as a crash of the server. Resolves when it accepts connections again. */
  restart(mode: "fast" | "immediate"): Promise<void>
  stop(): Promise<void>
}

/** A PostgreSQL that only this test uses, so that it may be restarted. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const child = fork(path.join(__dirname, "postgres-process.mjs"), [], {
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: { ...process.env, NODE_OPTIONS: "" },
  })
  const gone = once(child, "exit")
  const answer = await Promise.race([
    once(child, "message"),
    gone.then(() => Promise.reject(new Error("The test's own PostgreSQL did not start"))),
  ])
  const { host, port, user, password } = answer[0] as Record<string, string | number>
  return {
    env: {
      DB_HOST: String(host),
      DB_PORT: String(port),
      DB_USERNAME: String(user),
      DB_PASSWORD: String(password),
    },
    restart: async (mode) => {
      child.send({ restart: mode })
      await once(child, "message")
    },
    stop: async () => {
      child.disconnect()
      await gone
    },
  }
}
