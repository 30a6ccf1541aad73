import { createSandbox, type Sandbox, type SandboxOptions } from "../../src/sandbox"
import { createTestDatabase, type TestDatabase } from "./database"
import { Shopper } from "./shopper"
import { startStore, type StoreOptions, type StoreProcess } from "./start-store"

/** Time for a store to migrate (once a server), start and be furnished, in milliseconds. */
export const BOOT_TIMEOUT_MS = 300_000

/** A store that sells through a sandbox of its own, with a database of its own. */
export interface BootedShop {
  sandbox: Sandbox
  database: TestDatabase
  store: StoreProcess
  shopper: Shopper
  close(): Promise<void>
}

export interface ShopOptions extends Pick<StoreOptions, "env" | "options"> {
  sandbox?: SandboxOptions
}

export async function bootShop(options: ShopOptions = {}): Promise<BootedShop> {
  const sandbox = await createSandbox(options.sandbox)
  const database = await createTestDatabase()
  const undo = async () => {
    await sandbox.close()
    await database.drop()
  }
  try {
    const store = await startStore({
      databaseUrl: database.url,
      gatewayUrl: sandbox.apiUrl,
      env: options.env,
      options: options.options,
    })
    sandbox.setWebhookUrl(store.webhookUrl)
    const close = async () => {
      await store.stop()
      await undo()
    }
    return { sandbox, database, store, shopper: new Shopper(store), close }
  } catch (error) {
    await undo()
    throw error
  }
}
