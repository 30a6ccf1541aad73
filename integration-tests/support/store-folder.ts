import { mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import type { OptionsInput } from "../../src/config"
import { compiledSources } from "./compiled-sources"

/**
 * The development store with options written in its configuration, for those that have no
 * environment variable: a project folder of its own with the repository's `src`. It has an e-mail
 * provider only where `MAILBOX_FOLDER` says where mails go, and shares locks where `REDIS_URL` is set.
 * @param admin the folder of the built admin; without one the store serves none
 */
export async function makeStoreFolder(options: OptionsInput, admin?: string): Promise<string> {
  const sources = await compiledSources()
  const folder = await mkdtemp(path.join(os.tmpdir(), "pagoefectivo-project-"))
  for (const name of ["src", "node_modules", "package.json", "tsconfig.json"]) {
    await symlink(path.join(sources, name), path.join(folder, name))
  }
  if (admin) {
    await mkdir(path.join(folder, "public"))
    await symlink(admin, path.join(folder, "public/admin"))
  }
  const config = configuration(sources, options, Boolean(admin))
  await writeFile(path.join(folder, "medusa-config.js"), config)
  return folder
}

function configuration(sources: string, options: OptionsInput, hasAdmin: boolean): string {
  return `const { defineConfig } = require("@medusajs/framework/utils")
const { redisModules } = require(${JSON.stringify(path.join(sources, "demo/store/redis-modules"))})
const { withPagoEfectivo } = require("./src/config")

const { REDIS_URL, MAILBOX_FOLDER } = process.env
const mailbox = {
  resolve: "@medusajs/medusa/notification",
  options: {
    providers: [
      {
        resolve: ${JSON.stringify(path.join(sources, "demo/mailbox"))},
        id: "mailbox",
        options: { channels: ["email", "feed"], folder: MAILBOX_FOLDER },
      },
    ],
  },
}

module.exports = defineConfig(
  withPagoEfectivo(
    ${JSON.stringify(options)},
    {
      projectConfig: {
        databaseUrl: process.env.DATABASE_URL,
        databaseDriverOptions: { ssl: false, sslmode: "disable" },
        redisUrl: REDIS_URL,
        http: {
          storeCors: "",
          adminCors: "",
          authCors: "",
          jwtSecret: "tests-only",
          cookieSecret: "tests-only",
        },
      },
      admin: { disable: ${!hasAdmin} },
      modules: [...redisModules(REDIS_URL), ...(MAILBOX_FOLDER ? [mailbox] : [])],
    },
    { sourceFolder: "./src" },
  ),
)
`
}
