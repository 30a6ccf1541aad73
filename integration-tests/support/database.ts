import { Pool } from "@medusajs/framework/pg"
import { onServer, serverUrl } from "./database-server"
import { createFurnishedDatabase, createMigratedDatabase } from "./database-template"

/** Queries that one test has under way at the same time. */
const QUERY_CONNECTIONS = 4

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

/** A database of its own: copied from a template that is made once a server. Furnished, or with tables alone. */
export async function createTestDatabase({ isFurnished = true } = {}): Promise<TestDatabase> {
  const name = `store_${process.pid}_${Date.now().toString(36)}`
  await (isFurnished ? createFurnishedDatabase(name) : createMigratedDatabase(name))
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
