import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { run, runToBeKilled, runToEnd, runUntil, type EndedProgram } from "./child"
import { compiledSources } from "./compiled-sources"
import { createTestDatabase, type TestDatabase } from "./database"
import { ROOT } from "./kept-build"
import { freePort } from "./start-store"

const PLUGIN = "node_modules/medusa-payment-pagoefectivo"

/** By its dependencies Medusa's command knows a store. */
const PACKAGE = { name: "shop", private: true, dependencies: { "@medusajs/medusa": "*" } }

/** A newcomer's configuration, as JavaScript. */
export const PLAIN_CONFIG = `const { defineConfig, loadEnv } = require("@medusajs/framework/utils")

loadEnv(process.env.NODE_ENV || "development", process.cwd())

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: { ssl: false, sslmode: "disable" },
    http: {
      storeCors: process.env.STORE_CORS,
      adminCors: process.env.ADMIN_CORS,
      authCors: process.env.AUTH_CORS,
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
  },
  admin: { disable: true },
})
`

/** What a shop sells before it thinks of Peru: prices in the store's own currency, another's, and soles. */
const CATALOGUE = `const { createProductsWorkflow } = require("@medusajs/medusa/core-flows")
const { Modules } = require("@medusajs/framework/utils")

exports.__esModule = true
exports.default = async function ({ container }) {
  const [store] = await container.resolve(Modules.STORE).listStores()
  const [profile] = await container.resolve(Modules.FULFILLMENT).listShippingProfiles()
  const product = (title, currency_code, amount) => ({
    title,
    handle: title.toLowerCase(),
    status: "published",
    shipping_profile_id: profile?.id,
    options: [{ title: "Talla", values: ["Única"] }],
    variants: [
      {
        title: "Única",
        manage_inventory: false,
        options: { Talla: "Única" },
        prices: [{ currency_code, amount }],
      },
    ],
    sales_channels: [{ id: store.default_sales_channel_id }],
  })
  await createProductsWorkflow(container).run({
    input: {
      products: [product("Gorra", "eur", 20), product("Taza", "usd", 8), product("Chullo", "pen", 79.9)],
    },
  })
}
`

interface Wishes {
  /** What the merchant's shell sets. */
  env: NodeJS.ProcessEnv
  config?: string
  /** Whether its database holds what the demo's shop sells; otherwise it has tables alone. */
  isFurnished?: boolean
}

/** A merchant's Medusa project with the plugin among its packages, as right after `npm install`. */
export class NewStore {
  private constructor(
    readonly directory: string,
    readonly database: TestDatabase,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  static async create({
    env,
    config = PLAIN_CONFIG,
    isFurnished = false,
  }: Wishes): Promise<NewStore> {
    const folder = await mkdtemp(path.join(os.tmpdir(), "pagoefectivo-new-"))
    const directory = path.join(folder, "store")
    await mkdir(path.join(directory, "node_modules"), { recursive: true })
    await symlink(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"))
    await symlink(await compiledSources(), path.join(directory, PLUGIN))
    const database = await createTestDatabase({ isFurnished })
    const store = new NewStore(directory, database, env)
    await store.write("package.json", JSON.stringify(PACKAGE))
    await store.write("medusa-config.js", config)
    await store.write(".env", settings(database.url))
    return store
  }

  write(file: string, text: string): Promise<void> {
    return writeFile(path.join(this.directory, file), text)
  }

  read(file: string): Promise<string> {
    return readFile(path.join(this.directory, file), "utf8")
  }

  /** Products, entered before the plugin is set up. */
  async fill(): Promise<void> {
    await this.write("catalogue.js", CATALOGUE)
    await run(process.execPath, [this.medusa(), "exec", "./catalogue.js"], this.options())
  }

  /** The plugin's command, in the store's folder and without a terminal. */
  command(args: string[], env: NodeJS.ProcessEnv = {}): Promise<EndedProgram> {
    return runToEnd(process.execPath, [this.cli(), ...args], this.options(env))
  }

  /** The same, to be killed with all that it has started. */
  commandToBeKilled(args: string[]): ReturnType<typeof runToBeKilled> {
    return runToBeKilled(process.execPath, [this.cli(), ...args], this.options())
  }

  /** Serves it, and says where. */
  async start(): Promise<{ url: string; stop(): Promise<unknown> }> {
    const port = await freePort()
    const env = { HOST: "127.0.0.1", PORT: String(port), NODE_ENV: "development" }
    const server = await runUntil(
      /Server is ready on port/,
      process.execPath,
      [this.medusa(), "start"],
      this.options(env),
    )
    return { url: `http://127.0.0.1:${port}`, stop: () => server.stop() }
  }

  async remove(): Promise<void> {
    await this.database.drop()
    await rm(path.dirname(this.directory), { recursive: true, force: true })
  }

  private options(env: NodeJS.ProcessEnv = {}) {
    return { cwd: this.directory, env: { ...this.environment, ...env } }
  }

  private cli(): string {
    return path.join(this.directory, PLUGIN, ".medusa/server/src/cli/index.js")
  }

  private medusa(): string {
    return path.join(ROOT, "node_modules/@medusajs/cli/cli.js")
  }
}

function settings(databaseUrl: string): string {
  const names = ["STORE_CORS", "ADMIN_CORS", "AUTH_CORS"]
  return [
    `DATABASE_URL=${databaseUrl}`,
    ...names.map((name) => `${name}=http://localhost:8000`),
    "JWT_SECRET=only-for-this-test",
    "COOKIE_SECRET=only-for-this-test",
    "",
  ].join("\n")
}
