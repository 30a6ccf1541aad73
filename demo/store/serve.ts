/**
 * The demo's store process: Medusa as `medusa develop` runs it (admin from its sources, TypeScript
 * read directly), but without watching files, and furnished once it is up.
 */
import { once } from "node:events"
import type { Server } from "node:http"
import { container } from "@medusajs/framework"
import start from "@medusajs/medusa/commands/start"
import { seedShop } from "../seed"
import type { StoreMessage } from "./messages"

function tell(message: StoreMessage): void {
  process.send?.(message)
}

async function serve(port: number, host: string): Promise<void> {
  const started = await start({ directory: process.cwd(), port, host })
  if (!started) throw new Error("Medusa did not start.")
  // Its type tells only what Medusa adds to Node's server.
  const server = started.server as unknown as Server
  if (!server.listening) await once(server, "listening")
  tell({ type: "listening" })
  tell({ type: "ready", shop: await seedShop(container) })
}

// A launcher that is killed can't stop its store: the store notices and ends by itself.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"))

serve(Number(process.env.PORT), process.env.HOST ?? "127.0.0.1").catch((error: unknown) => {
  console.error(error)
  tell({ type: "failed", reason: error instanceof Error ? error.message : String(error) })
  process.exit(1)
})
