import { mkdtemp, rm } from "node:fs/promises"
import { createServer, type AddressInfo } from "node:net"
import os from "node:os"
import path from "node:path"
import { SANDBOX_KEYS } from "../../src/sandbox/well-known-keys"
import { screenshot } from "../support/browser"
import type { RunningProgram } from "../support/child"
import { createEmptyDatabase, type EmptyDatabase } from "../support/empty-database"
import { EmptyStore, packPlugin } from "../support/empty-store"
import { eventually } from "../support/eventually"
import { diskUsage, installedPackages } from "../support/installed-packages"
import { reportFigure } from "../support/report"
import { voucherOf, type Order } from "../support/shopper"
import { AdminPages, PAGES } from "./admin-pages"
import { makeFirstSale } from "./first-sale"

const INSTALL_TIMEOUT_MS = 15 * 60_000

/** What the plugin may add to a store beside Medusa's own packages. */
const MAX_PACKAGES = 40
const MAX_MEGABYTES = 25

const ADMIN = { email: "admin@example.com", password: "only-for-this-test" }
const HOOK = "/hooks/payment/pagoefectivo_pagoefectivo"

/** The README's configuration, with nothing but what every Medusa store has in its own. */
const MEDUSA_CONFIG = `
import { defineConfig, loadEnv } from "@medusajs/framework/utils"
import { withPagoEfectivo } from "medusa-payment-pagoefectivo/config"

loadEnv(process.env.NODE_ENV || "development", process.cwd())

module.exports = defineConfig(
  withPagoEfectivo(
    {},
    {
      projectConfig: {
        databaseUrl: process.env.DATABASE_URL,
        databaseDriverOptions: { ssl: false, sslmode: "disable" },
        http: {
          storeCors: process.env.STORE_CORS!,
          adminCors: process.env.ADMIN_CORS!,
          authCors: process.env.AUTH_CORS!,
          jwtSecret: process.env.JWT_SECRET,
          cookieSecret: process.env.COOKIE_SECRET,
        },
      },
    },
  ),
)
`

describe("the packed plugin in an empty Medusa store", () => {
  let workDir: string
  let database: EmptyDatabase
  let store: EmptyStore
  let sandbox: RunningProgram
  let sandboxUrl: string
  let server: RunningProgram
  let backendUrl: string
  let environment: NodeJS.ProcessEnv
  let added: string[]
  let regionId: string
  let sold: Order

  beforeAll(async () => {
    workDir = await mkdtemp(path.join(os.tmpdir(), "medusa-pagoefectivo-pack-"))
    database = await createEmptyDatabase("packaging")
    const tarball = await packPlugin(workDir)
    store = await EmptyStore.create(MEDUSA_CONFIG)
    const before = await installedPackages(store.directory)
    await store.npm("install", tarball)
    added = [...(await installedPackages(store.directory))].filter((name) => !before.has(name))
  }, INSTALL_TIMEOUT_MS)

  beforeAll(async () => {
    sandbox = await store.program(/Ctrl-C/, "medusa-payment-pagoefectivo", [
      "sandbox",
      "--port",
      "0",
    ])
    sandboxUrl = /http:\/\/\S+/.exec(sandbox.output())![0]
    const port = await freePort()
    backendUrl = `http://127.0.0.1:${port}`
    environment = {
      HOST: "127.0.0.1",
      PORT: String(port),
      DATABASE_URL: database.url,
      STORE_CORS: backendUrl,
      ADMIN_CORS: backendUrl,
      AUTH_CORS: backendUrl,
      JWT_SECRET: "only-for-this-test",
      COOKIE_SECRET: "only-for-this-test",
      PAGOEFECTIVO_ACCESS_KEY: SANDBOX_KEYS.accessKey,
      PAGOEFECTIVO_SECRET_KEY: SANDBOX_KEYS.secretKey,
      PAGOEFECTIVO_SERVICE_ID: String(SANDBOX_KEYS.serviceId),
      PAGOEFECTIVO_BASE_URL: `${sandboxUrl}/v1`,
      PAGOEFECTIVO_BACKEND_URL: backendUrl,
    }
    await store.medusa(["build"], environment)
    await store.medusa(["db:migrate"], environment)
    await store.medusa(["user", "-e", ADMIN.email, "-p", ADMIN.password], environment)
    server = await store.start(environment)
  }, INSTALL_TIMEOUT_MS)

  afterAll(async () => {
    await server?.stop()
    await sandbox?.stop()
    await database?.drop()
    await store?.remove()
    await rm(workDir, { recursive: true, force: true })
  })

  it("adds few packages and few megabytes beside Medusa's own", async () => {
    const sizes = await Promise.all(
      added.map(async (name) => [name, await diskUsage(path.join(store.directory, name))] as const),
    )
    const megabytes = sizes.reduce((sum, [, bytes]) => sum + bytes, 0) / 1024 ** 2
    const largest = sizes
      .sort(([, a], [, b]) => b - a)
      .slice(0, 5)
      .map(([name, bytes]) => `${path.basename(name)} ${(bytes / 1024 ** 2).toFixed(1)}`)
    reportFigure(
      `in Medusa ${await store.versionOf("@medusajs/medusa")} the plugin adds ${added.length} packages (at most ${MAX_PACKAGES}) and ` +
        `${megabytes.toFixed(1)} MB (at most ${MAX_MEGABYTES}); largest: ${largest.join(", ")}`,
    )

    expect(added).toContain("node_modules/medusa-payment-pagoefectivo")
    expect(added.length).toBeLessThanOrEqual(MAX_PACKAGES)
    expect(megabytes).toBeLessThanOrEqual(MAX_MEGABYTES)
  })

  it.each([
    ["medusa-payment-pagoefectivo", ["createSandbox", "signTestNotification"]],
    ["medusa-payment-pagoefectivo/config", ["withPagoEfectivo"]],
    ["medusa-payment-pagoefectivo/sandbox", ["createSandbox", "signTestNotification"]],
  ])("exports %s with %j", async (entry, names) => {
    const printed = await store.evaluate(
      `const entry = require(${JSON.stringify(entry)})
       console.log(JSON.stringify(${JSON.stringify(names)}.map((name) => typeof entry[name])))`,
    )

    expect(JSON.parse(printed)).toEqual(names.map(() => "function"))
  })

  it("lists its payment provider in the admin and takes it into a region", async () => {
    const token = await logIn()

    const listed = await admin(token, "GET", "/admin/payments/payment-providers")
    const created = await admin(token, "POST", "/admin/regions", {
      name: "Perú",
      currency_code: "pen",
      countries: ["pe"],
      payment_providers: ["pp_pagoefectivo_pagoefectivo"],
    })

    expect(listed.payment_providers).toContainEqual(
      expect.objectContaining({ id: "pp_pagoefectivo_pagoefectivo", is_enabled: true }),
    )
    expect(created.region).toMatchObject({ currency_code: "pen" })
    regionId = (created.region as { id: string }).id
  })

  it("leads to a paid test order", async () => {
    const token = await logIn()

    sold = await makeFirstSale({
      admin: (method, route, body) => admin(token, method, route, body),
      backendUrl,
      sandboxUrl,
      hook: HOOK,
      regionId,
    })

    expect(voucherOf(sold)).toMatchObject({ status: "paid" })
  })

  it("shows the order's money, what does not add up, and its pages in the admin", async () => {
    await settleForeignMoney(await logIn())
    const pages = await AdminPages.logIn(backendUrl, ADMIN)
    try {
      const widget = await pages.ours(`/orders/${sold.id}`)
      await widget.getByText(voucherOf(sold).cip).waitFor()
      await widget.getByText("Payment booked on the order").waitFor()
      await screenshot(pages.page, "packaged-order")
      const banner = await pages.ours("/orders")
      await banner.getByText("PagoEfectivo: open cases 1").waitFor()
      await screenshot(pages.page, "packaged-orders")
      for (const [route, title] of Object.entries(PAGES)) {
        const page = await pages.ours(route)
        await page.getByRole("heading", { name: title, exact: true }).first().waitFor()
        await pages.page.waitForLoadState("networkidle")
        expect(await pages.page.getByRole("alert").count()).toBe(0)
        await screenshot(pages.page, `packaged-${title.toLowerCase()}`)
      }
      expect(await pages.menu()).toEqual(Object.values(PAGES))
      expect(pages.errors).toEqual([])
    } finally {
      await pages.close()
    }
  })

  it("refuses a forged notice and takes one that is signed", async () => {
    const notice = JSON.stringify({
      eventType: "cip.paid",
      operationNumber: "1254",
      data: { cip: "11546902", currency: "PEN", amount: "150.00" },
    })
    const signature = await store.evaluate(
      `const { signTestNotification } = require("medusa-payment-pagoefectivo")
       process.stdout.write(signTestNotification(${JSON.stringify(notice)}, "${SANDBOX_KEYS.secretKey}"))`,
    )
    const deliver = (header: string) =>
      fetch(`${backendUrl}${HOOK}`, {
        method: "POST",
        headers: { "content-type": "application/json", "PE-Signature": header },
        body: notice,
      })

    expect((await deliver("0".repeat(64))).status).toBe(401)
    expect((await deliver(signature)).status).toBe(200)
  })

  it("brings a sandbox that answers with a page and ends when asked to", async () => {
    const page = await fetch(sandboxUrl)

    expect(page.status).toBe(200)
    expect(await page.text()).toContain("PagoEfectivo")
    expect(await sandbox.stop()).toBe(0)
  })

  async function logIn(): Promise<string> {
    const response = await fetch(`${backendUrl}/auth/user/emailpass`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(ADMIN),
    })
    const { token } = (await response.json()) as { token: string }
    return token
  }

  /** A report with a line that is not of this store, reconciled. */
  async function settleForeignMoney(token: string): Promise<void> {
    const form = new FormData()
    const header = "external_reference,payment_id,status,amount,currency,date_created,date_credited"
    const row = "OTHER-1,900001,settled,10.00,PEN,2026-01-05,2026-01-06"
    form.append("file", new Blob([`${header}\n${row}\n`]), "settlement.csv")
    const uploaded = await fetch(`${backendUrl}/admin/pagoefectivo/settlement-reports`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: form,
    })
    expect(uploaded.status).toBe(201)
    await admin(token, "POST", "/admin/pagoefectivo/reconciliations", {})
    await eventually(
      () => admin(token, "GET", "/admin/pagoefectivo/cases"),
      ({ count }) => count === 1,
      { what: "the case of the foreign line" },
    )
  }

  async function admin(token: string, method: string, route: string, body?: unknown) {
    const response = await fetch(`${backendUrl}${route}`, {
      method,
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const answer = (await response.json()) as Record<string, unknown>
    if (!response.ok) {
      throw new Error(`${method} ${route} answered ${response.status}: ${JSON.stringify(answer)}`)
    }
    return answer
  }
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
