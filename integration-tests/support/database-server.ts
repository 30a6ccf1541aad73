import { Client } from "@medusajs/framework/pg"

/** The address of a database on the server that DB_HOST and its kin name. */
export function serverUrl(database: string): string {
  const { DB_HOST, DB_PORT = "5432", DB_USERNAME = "postgres", DB_PASSWORD = "" } = process.env
  const user = `${encodeURIComponent(DB_USERNAME)}:${encodeURIComponent(DB_PASSWORD)}`
  return `postgres://${user}@${DB_HOST}:${DB_PORT}/${database}`
}

/** Talks to the server itself, or to one of its databases. */
export function onServer<T>(
  job: (client: Client) => Promise<T>,
  database = "postgres",
): Promise<T> {
  return onDatabase(serverUrl(database), job)
}

export async function onDatabase<T>(url: string, job: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await job(client)
  } finally {
    await client.end()
  }
}
