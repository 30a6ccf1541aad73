import { execFile } from "node:child_process"
import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { promisify } from "node:util"
import { fillShelf } from "./cart-shelf"
import { compiledSources } from "./compiled-sources"
import { onServer, serverUrl } from "./database-server"
import { ROOT } from "./kept-build"
import { startStore } from "./start-store"
import { STORE_KEYS } from "./store-keys"

const MIGRATION_TIMEOUT_MS = 15 * 60_000
const TEMPLATE_LOCK = 20_261_122
/** Nobody listens there; a store that is only furnished asks for nothing. */
const NO_GATEWAY = "http://127.0.0.1:9/v1"
/** For stores that switch role-based access on; the others leave its tables alone. */
const ENVIRONMENT = { MEDUSA_FF_RBAC: "true" }

/** Creates a database with all tables, what the demo's shop sells, and some filled carts. */
export function createFurnishedDatabase(name: string): Promise<void> {
  return copyTemplate(name, (template) => template)
}

/** Creates a database with all tables, and nothing in them but what a migration writes. */
export function createMigratedDatabase(name: string): Promise<void> {
  return copyTemplate(name, unfurnished)
}

const unfurnished = (template: string) => `${template}_unfurnished`

async function copyTemplate(name: string, which: (template: string) => string): Promise<void> {
  const template = templateName()
  await onServer(async (client) => {
    // Specs may run side by side: one of them makes the template. The lock ends with the connection.
    await client.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK])
    const exists = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [template])
    if (exists.rowCount === 0) await createTemplate(template)
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${which(template)}`)
  })
}

/** Changes with the tables and with the furniture, so that an old template is never used. */
function templateName(): string {
  const hash = createHash("sha256").update(readFileSync(path.join(ROOT, "package-lock.json")))
  hash.update(process.env.STORE_MODULES ?? "")
  const folders = ["src/modules/pagoefectivo/migrations", "demo/seed"]
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder))
      .sort()
      .map((file) => path.join(folder, file)),
  )
  for (const file of [...files, "integration-tests/support/cart-shelf.ts"]) {
    if (file.endsWith(".ts")) hash.update(readFileSync(path.join(ROOT, file)))
  }
  return `pagoefectivo_shop_${hash.digest("hex").slice(0, 12)}`
}

async function createTemplate(name: string): Promise<void> {
  const unfinished = `${name}_unfinished`
  await onServer(async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${unfinished}`)
  })
  const databaseUrl = serverUrl(unfinished)
  await migrate(databaseUrl)
  await onServer(async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${unfurnished(name)} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${unfurnished(name)} TEMPLATE ${unfinished}`)
  })
  const store = await startStore({ databaseUrl, gatewayUrl: NO_GATEWAY, env: ENVIRONMENT })
  await fillShelf(databaseUrl, store)
  await store.stop()
  await onServer(async (client) => {
    // A job may have run meanwhile: what the plugin itself remembers begins anew.
    await client.query(`DO $$ BEGIN EXECUTE (
      SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ')
      FROM pg_tables WHERE tablename LIKE 'pagoefectivo\\_%'
    ); END $$`)
  }, unfinished)
  await onServer((client) => client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`))
}

async function migrate(databaseUrl: string): Promise<void> {
  const sources = await compiledSources()
  const script = path.join(sources, "demo/store/migrate.js")
  const migration = promisify(execFile)(process.execPath, [script], {
    cwd: sources,
    timeout: MIGRATION_TIMEOUT_MS,
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...process.env,
      ...STORE_KEYS,
      ...ENVIRONMENT,
      NODE_ENV: "development",
      NODE_OPTIONS: "",
      DATABASE_URL: databaseUrl,
    },
  })
  await migration.catch((error: { stdout: string; stderr: string; message: string }) => {
    throw new Error(`The migration failed: ${error.message}\n${error.stdout}\n${error.stderr}`)
  })
}
