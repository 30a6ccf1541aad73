import { mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import type { OptionsInput } from "../../src/config"
import { bootShop, type BootedShop } from "./booted-shop"
import { builtAdmin } from "./built-admin"

const ROOT = path.resolve(__dirname, "../..")

/** Time to build the admin, once for equal sources, and to start a store, in milliseconds. */
export const ADMIN_BOOT_TIMEOUT_MS = 420_000

/** A booted store that serves the built admin at `/app`. */
export async function bootShopWithAdmin(options: OptionsInput = {}): Promise<BootedShop> {
  const folder = await storeFolder(await builtAdmin(), options)
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

async function storeFolder(admin: string, options: OptionsInput): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "pagoefectivo-admin-store-"))
  for (const name of ["src", "node_modules", "package.json", "tsconfig.json"]) {
    await symlink(path.join(ROOT, name), path.join(folder, name))
  }
  await mkdir(path.join(folder, "public"))
  await symlink(admin, path.join(folder, "public/admin"))
  await writeFile(path.join(folder, "medusa-config.ts"), configuration(options))
  return folder
}

function configuration(options: OptionsInput): string {
  return `import { defineConfig } from "@medusajs/framework/utils"
import { withPagoEfectivo } from "./src/config"

module.exports = defineConfig(
  withPagoEfectivo(
    ${JSON.stringify(options)},
    {
      projectConfig: {
        databaseUrl: process.env.DATABASE_URL,
        databaseDriverOptions: { ssl: false, sslmode: "disable" },
        http: {
          storeCors: "",
          adminCors: "",
          authCors: "",
          jwtSecret: "tests-only",
          cookieSecret: "tests-only",
        },
      },
    },
    { sourceFolder: "./src" },
  ),
)
`
}
