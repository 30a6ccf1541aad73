import { randomBytes } from "node:crypto"
import { onServer, serverUrl } from "./database-server"

/** A database of its own, without any table, on the test run's server. */
export interface EmptyDatabase {
  url: string
  drop(): Promise<void>
}

/** Creates an empty database on the server that DB_HOST and its kin name. */
export async function createEmptyDatabase(prefix: string): Promise<EmptyDatabase> {
  const name = `${prefix}_${randomBytes(4).toString("hex")}`
  await onServer((client) => client.query(`CREATE DATABASE "${name}"`))
  return {
    url: serverUrl(name),
    drop: async () => {
      await onServer((client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`))
    },
  }
}
