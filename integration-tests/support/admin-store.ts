import type { OptionsInput } from "../../src/config"
import { bootShop, type BootedShop } from "./booted-shop"
import { builtAdmin } from "./built-admin"
import { makeStoreFolder } from "./store-folder"

/** Time to build the admin, once for equal sources, and to start a store, in milliseconds. */
export const ADMIN_BOOT_TIMEOUT_MS = 1_200_000

/** A booted store that serves the built admin at `/app`. */
export async function bootShopWithAdmin(options: OptionsInput = {}): Promise<BootedShop> {
  const folder = await makeStoreFolder(options, await builtAdmin())
  return bootShop({
    env: {
      STORE_DIRECTORY: folder,
      DISABLE_MEDUSA_ADMIN: "false",
      // Neither `development`, which would compile the admin on the way, nor `production`, whose
      // session cookies need https.
      NODE_ENV: "test",
    },
  })
}
