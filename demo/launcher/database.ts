import path from "node:path"
import { Client } from "@medusajs/framework/pg"
import { DemoError, messageOf } from "./demo-error"
import { LAUNCHER_LIMITS } from "./limits"
import { DEMO_DATA, ROOT } from "./paths"

const DATABASE_NAME = "tienda_sol"

export interface Database {
  url: string
  /** How it is named to a person; holds no password. */
  label: string
  stop(): Promise<void>
}

interface EmbeddedPostgres {
  port: number
  createDatabase(name: string): Promise<string>
  stop(): Promise<void>
}

interface EmbeddedPostgresScript {
  startEmbeddedPostgres(options: {
    dataDir: string
    persistent: boolean
    settings: Record<string, string>
  }): Promise<EmbeddedPostgres>
}

/** The database in `DATABASE_URL`, or an embedded one whose data stay in `.demo`. */
export async function openDatabase(): Promise<Database> {
  const url = process.env.DATABASE_URL?.trim()
  return url ? useOwnDatabase(url) : startEmbedded()
}

async function startEmbedded(): Promise<Database> {
  const script = path.join(ROOT, "scripts/embedded-postgres.mjs")
  const { startEmbeddedPostgres } = (await import(script)) as EmbeddedPostgresScript
  try {
    const server = await startEmbeddedPostgres({
      dataDir: path.join(DEMO_DATA, "postgres"),
      persistent: true,
      // A demo may lose its last half second in a power cut; creating the tables is far faster.
      settings: { synchronous_commit: "off" },
    })
    const url = await server.createDatabase(DATABASE_NAME)
    return { url, label: `embedded, port ${server.port}`, stop: () => server.stop() }
  } catch (error) {
    throw new DemoError(
      messageOf(error),
      "If another demo runs in this folder, end it. Otherwise set DATABASE_URL to a PostgreSQL " +
        "of yours, or delete the folder .demo to begin anew (this removes the demo's orders).",
      { cause: error },
    )
  }
}

async function useOwnDatabase(url: string): Promise<Database> {
  const label = `DATABASE_URL (${withoutPassword(url)})`
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: LAUNCHER_LIMITS.databaseConnectMs,
  })
  try {
    await client.connect()
  } catch (error) {
    throw new DemoError(
      `${label} can't be used: ${messageOf(error)}`,
      "Start that PostgreSQL and create the database, or unset DATABASE_URL to use the embedded one.",
      { cause: error },
    )
  }
  await client.end()
  return { url, label, stop: async () => {} }
}

function withoutPassword(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url)
    return `${hostname}${port ? `:${port}` : ""}${pathname}`
  } catch {
    throw new DemoError(
      "DATABASE_URL is not an address.",
      "It looks like postgres://user:password@localhost:5432/database.",
    )
  }
}
