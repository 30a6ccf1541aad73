import { randomBytes } from "node:crypto"
import pg from "pg"

/** A database of its own, without any table, on the test run's server. */
export interface EmptyDatabase {
  url: string
  drop(): Promise<void>
}

/** Creates an empty database on the server that DB_HOST and its kin name. */
export async function createEmptyDatabase(prefix: string): Promise<EmptyDatabase> {
  const name = `${prefix}_${randomBytes(4).toString("hex")}`
  await onServer(`CREATE DATABASE "${name}"`)
  return {
    url: addressOf(name),
    drop: () => onServer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
  }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf("postgres") })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function addressOf(database: string): string {
  const { DB_HOST, DB_PORT = "5432", DB_USERNAME = "postgres", DB_PASSWORD = "" } = process.env
  const [user, password] = [DB_USERNAME, DB_PASSWORD].map(encodeURIComponent)
  return `postgres://${user}:${password}@${DB_HOST}:${DB_PORT}/${database}`
}
