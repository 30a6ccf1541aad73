import path from "node:path"
import { defineConfig, loadEnv } from "@medusajs/framework/utils"
import { redisModules } from "./demo/store/redis-modules"
import { withPagoEfectivo } from "./src/config"

loadEnv(process.env.NODE_ENV ?? "development", process.cwd())

const { DATABASE_URL, REDIS_URL } = process.env

/** Mails go to a folder or to the log; a real store has a provider such as SendGrid here. */
function emailProvider() {
  const { MAILBOX_FOLDER } = process.env
  return MAILBOX_FOLDER
    ? { resolve: path.join(__dirname, "demo/mailbox"), id: "mailbox", folder: MAILBOX_FOLDER }
    : { resolve: "@medusajs/medusa/notification-local", id: "local" }
}

function emailModules() {
  if (process.env.DEVELOPMENT_EMAILS === "off") return []
  const { folder, ...provider } = { folder: undefined, ...emailProvider() }
  const options = { name: provider.id, channels: ["email", "feed"], folder }
  return [
    {
      resolve: "@medusajs/medusa/notification",
      options: { providers: [{ ...provider, options }] },
    },
  ]
}

/** Medusa switches the module off before it has read the flag, so it is named here as well. */
const accessModules =
  process.env.MEDUSA_FF_RBAC === "true" ? [{ resolve: "@medusajs/medusa/rbac" }] : []

/** What the contract with the collector says about fees, as JSON; without it none is judged. */
const { DEVELOPMENT_RATE_CARD } = process.env
const rateCard = DEVELOPMENT_RATE_CARD
  ? { settlement: { fees: JSON.parse(DEVELOPMENT_RATE_CARD) } }
  : {}

/** The development store: this repository is the plugin and, with this file, a shop that uses it. */
module.exports = defineConfig(
  withPagoEfectivo(
    rateCard,
    {
      projectConfig: {
        databaseUrl: DATABASE_URL,
        databaseDriverOptions: { ssl: false, sslmode: "disable" },
        redisUrl: REDIS_URL,
        http: {
          storeCors: process.env.STORE_CORS ?? "http://localhost:8000",
          adminCors: process.env.ADMIN_CORS ?? "http://localhost:9000",
          authCors: process.env.AUTH_CORS ?? "http://localhost:8000,http://localhost:9000",
          jwtSecret: process.env.JWT_SECRET ?? "development-only",
          cookieSecret: process.env.COOKIE_SECRET ?? "development-only",
        },
      },
      admin: { disable: process.env.DISABLE_MEDUSA_ADMIN === "true" },
      modules: [...redisModules(REDIS_URL), ...emailModules(), ...accessModules],
    },
    { sourceFolder: "./src" },
  ),
)
