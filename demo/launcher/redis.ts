import { once } from "node:events"
import { connect } from "node:net"
import { DemoError, messageOf } from "./demo-error"
import { LAUNCHER_LIMITS } from "./limits"

const USUAL_PORT = 6379

/** Medusa waits for a Redis that is not there without a word: better said before. */
export async function checkRedis(url: string | undefined): Promise<void> {
  if (!url) return
  const fix = "Start that Redis, or unset REDIS_URL to run without one."
  const { hostname, port } = parse(url, fix)
  const socket = connect({ host: hostname, port: Number(port || USUAL_PORT) })
  socket.setTimeout(LAUNCHER_LIMITS.databaseConnectMs, () =>
    socket.destroy(new Error("no answer in time")),
  )
  try {
    await once(socket, "connect")
  } catch (error) {
    const found = `REDIS_URL (${hostname}:${port || USUAL_PORT})`
    throw new DemoError(`${found} can't be used: ${messageOf(error)}`, fix, { cause: error })
  } finally {
    socket.destroy()
  }
}

function parse(url: string, fix: string): URL {
  try {
    return new URL(url)
  } catch {
    throw new DemoError("REDIS_URL is not an address like redis://localhost:6379.", fix)
  }
}
