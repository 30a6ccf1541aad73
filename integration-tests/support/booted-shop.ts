import { createSandbox, type Sandbox, type SandboxOptions } from "../../src/sandbox"
import { Admin } from "./admin"
import { offerGateways, providersOf } from "./both-gateways"
import { createTestDatabase, type TestDatabase } from "./database"
import type { GatewayProfile } from "./gateways"
import { Shopper } from "./shopper"
import { startStore, type StoreOptions, type StoreProcess } from "./start-store"

/** Time for a store to migrate (once a server), start and be furnished, in milliseconds. */
export const BOOT_TIMEOUT_MS = 900_000

/** A store that sells through a sandbox of its own, with a database of its own. */
export interface BootedShop {
  sandbox: Sandbox
  database: TestDatabase
  store: StoreProcess
  shopper: Shopper
  close(): Promise<void>
}

/** A store that sells through every gateway at once: one boot for the specs that all of them share. */
export interface SharedShop extends BootedShop {
  admin: Admin
  /** A guest who pays through this gateway. */
  shopperOf(gateway: GatewayProfile): Shopper
}

export interface ShopOptions extends Pick<StoreOptions, "env" | "options"> {
  sandbox?: SandboxOptions
  /** In place of one that is made with `sandbox`. */
  running?: Sandbox
}

export async function bootShop(options: ShopOptions = {}): Promise<BootedShop> {
  const sandbox = options.running ?? (await createSandbox(options.sandbox))
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

export async function bootSharedShop(options: ShopOptions = {}): Promise<SharedShop> {
  const sandbox = options.running ?? (await createSandbox(options.sandbox))
  const shop = await bootShop({
    ...options,
    running: sandbox,
    options: { ...options.options, ...providersOf(sandbox) },
  })
  try {
    const admin = await Admin.logIn(shop.store)
    await offerGateways(admin, shop.store)
    return {
      ...shop,
      admin,
      shopperOf: ({ providerId }) => new Shopper(shop.store, providerId),
    }
  } catch (error) {
    await shop.close()
    throw error
  }
}
