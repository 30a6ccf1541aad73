import path from "node:path"
import { pathToFileURL } from "node:url"

interface EmbeddedPostgres {
  host: string
  port: number
  user: string
  password: string
  stop(): Promise<void>
}

/**
 * A database server for one benchmark: the one that DB_HOST and its kin name, or an embedded one.
 * @returns what ends it again
 */
export async function ensureDatabaseServer(): Promise<() => Promise<void>> {
  if (process.env.DB_HOST) return async () => {}
  const script = path.resolve(__dirname, "../../scripts/embedded-postgres.mjs")
  const { startEmbeddedPostgres } = (await import(pathToFileURL(script).href)) as {
    startEmbeddedPostgres(): Promise<EmbeddedPostgres>
  }
  const server = await startEmbeddedPostgres()
  Object.assign(process.env, {
    DB_HOST: server.host,
    DB_PORT: String(server.port),
    DB_USERNAME: server.user,
    DB_PASSWORD: server.password,
  })
  return () => server.stop()
}
