import { execFile } from "node:child_process"
import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { promisify } from "node:util"
import { Client, Pool } from "@medusajs/framework/pg"

import { STORE_KEYS } from "./store-keys"

const ROOT = path.resolve(__dirname, "../..")
const MIGRATION_TIMEOUT_MS = 240_000
const TEMPLATE_LOCK = 20_261_122
/** Queries that one test has under way at the same time. */
const QUERY_CONNECTIONS = 4

function serverUrl(database: string): string {
  const { DB_HOST, DB_PORT = "5432", DB_USERNAME = "postgres", DB_PASSWORD = "" } = process.env
  const user = `${encodeURIComponent(DB_USERNAME)}:${encodeURIComponent(DB_PASSWORD)}`
  return `postgres://${user}@${DB_HOST}:${DB_PORT}/${database}`
}

async function onServer<T>(job: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: serverUrl("postgres") })
  await client.connect()
  try {
    return await job(client)
  } finally {
    await client.end()
  }
}

/** Changes when a migration changes, so that an old template is never used. */
function templateName(): string {
  const folder = path.join(ROOT, "src/modules/pagoefectivo/migrations")
  const hash = createHash("sha256")
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith(".ts")) hash.update(readFileSync(path.join(folder, file)))
  }
  return `pagoefectivo_template_${hash.digest("hex").slice(0, 12)}`
}

export interface TestDatabase {
  url: string
  name: string
  query<Row = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<Row[]>
  /**
   * Keeps every writer of a table waiting until the returned function is called: what a test stops
   * there is known to be at work at that very statement.
   */
  holdWrites(table: string): Promise<() => Promise<void>>
  /** How many statements wait for a lock. */
  waiting(): Promise<number>
  drop(): Promise<void>
}

/** A migrated database of its own: copied from a template that is made once a server. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = templateName()
  const name = `store_${process.pid}_${Date.now().toString(36)}`
  await onServer(async (client) => {
    // Specs may run side by side: one of them makes the template. The lock ends with the connection.
    await client.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK])
    const exists = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [template])
    if (exists.rowCount === 0) await createTemplate(template)
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  })
  const pool = new Pool({ connectionString: serverUrl(name), max: QUERY_CONNECTIONS })
  // A server that is restarted takes idle connections with it; the next query opens another.
  pool.on("error", () => {})
  return {
    url: serverUrl(name),
    name,
    query: async <Row>(sql: string, values?: unknown[]) =>
      (await pool.query(sql, values)).rows as Row[],
    holdWrites: async (table) => {
      const holder = await pool.connect()
      await holder.query(`BEGIN; LOCK TABLE ${table} IN SHARE MODE`)
      return async () => {
        await holder.query("ROLLBACK")
        holder.release()
      }
    },
    waiting: async () => {
      const { rows } = await pool.query<{ count: string }>(
        `SELECT count(*) FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      )
      return Number(rows[0]?.count)
    },
    drop: async () => {
      await pool.end()
      await onServer((server) => server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
    },
  }
}

async function createTemplate(name: string): Promise<void> {
  const unfinished = `${name}_unfinished`
  await onServer(async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${unfinished}`)
    await client.query(`CREATE DATABASE ${unfinished}`)
  })
  const migration = promisify(execFile)(
    process.execPath,
    ["--import", "tsx", path.join(ROOT, "demo/store/migrate.ts")],
    {
      cwd: ROOT,
      timeout: MIGRATION_TIMEOUT_MS,
      maxBuffer: 64 * 1024 * 1024,
      env: {
        ...process.env,
        ...STORE_KEYS,
        NODE_ENV: "development",
        NODE_OPTIONS: "",
        // For stores that switch role-based access on; the others leave its tables alone.
        MEDUSA_FF_RBAC: "true",
        DATABASE_URL: serverUrl(unfinished),
      },
    },
  )
  await migration.catch((error: { stdout: string; stderr: string; message: string }) => {
    throw new Error(`The migration failed: ${error.message}\n${error.stdout}\n${error.stderr}`)
  })
  await onServer((client) => client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`))
}
