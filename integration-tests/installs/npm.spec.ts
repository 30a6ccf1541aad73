import { cp, mkdir, mkdtemp, rm } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { SANDBOX_KEYS } from "../../src/sandbox/well-known-keys"
import { run } from "../support/child"
import { reportFigure } from "../support/report"
import type { Order } from "../support/shopper"
import { expectAdmin } from "./expect-admin"
import { diskUsage, installedPackages } from "./installed-packages"
import { expectPaid, HOOK, InstalledShop, SET_UP_TIMEOUT_MS } from "./installed-shop"
import { fetchNode, npm } from "./package-managers"

/** What the plugin may add to a store beside Medusa's own packages. */
const MAX_PACKAGES = 40
const MAX_MEGABYTES = 27

const PLUGIN = "node_modules/medusa-payment-pagoefectivo"

describe("npm", () => {
  let shop: InstalledShop
  let added: string[]
  let sold: Order

  beforeAll(async () => {
    shop = await InstalledShop.withMedusa(await npm())
    const before = await installedPackages(shop.project)
    await shop.addPlugin()
    added = [...(await installedPackages(shop.project))].filter((name) => !before.has(name))
    await shop.startSandbox()
    await shop.prepare()
  }, SET_UP_TIMEOUT_MS)

  afterAll(() => shop?.remove())

  it("adds few packages and few megabytes beside Medusa's own", async () => {
    const sizes = await Promise.all(
      added.map(async (name) => [name, await diskUsage(path.join(shop.project, name))] as const),
    )
    const megabytes = sizes.reduce((sum, [, bytes]) => sum + bytes, 0) / 1024 ** 2
    const largest = sizes
      .sort(([, a], [, b]) => b - a)
      .slice(0, 5)
      .map(([name, bytes]) => `${path.basename(name)} ${(bytes / 1024 ** 2).toFixed(1)}`)
    reportFigure(
      `the plugin adds ${added.length} packages (at most ${MAX_PACKAGES}) and ` +
        `${megabytes.toFixed(1)} MB (at most ${MAX_MEGABYTES}); largest: ${largest.join(", ")}`,
    )

    expect(added).toContain(PLUGIN)
    expect(added.length).toBeLessThanOrEqual(MAX_PACKAGES)
    expect(megabytes).toBeLessThanOrEqual(MAX_MEGABYTES)
  })

  it.each([
    ["medusa-payment-pagoefectivo", ["createSandbox", "signTestNotification"]],
    ["medusa-payment-pagoefectivo/config", ["withPagoEfectivo"]],
    ["medusa-payment-pagoefectivo/sandbox", ["createSandbox", "signTestNotification"]],
    ["medusa-payment-pagoefectivo/storefront", ["PagoEfectivoOrderVoucher", "orderVoucher"]],
  ])("exports %s with %j", async (entry, names) => {
    const printed = await shop.backend.evaluate(
      `const entry = require(${JSON.stringify(entry)})
       console.log(JSON.stringify(${JSON.stringify(names)}.map((name) => typeof entry[name])))`,
    )

    expect(JSON.parse(printed)).toEqual(names.map(() => "function"))
  })

  it("says at once that Medusa is missing, where somebody added it to a folder without", async () => {
    const lost = await mkdtemp(path.join(os.tmpdir(), "medusa-pagoefectivo-lost-"))
    try {
      await mkdir(path.join(lost, "node_modules"))
      await cp(path.join(shop.project, PLUGIN), path.join(lost, PLUGIN), { recursive: true })
      const started = run(
        process.execPath,
        ["--eval", `require("medusa-payment-pagoefectivo/config")`],
        { cwd: lost },
      )

      await expect(started).rejects.toThrow(
        /needs Medusa 2\.17\.2 or later; found no @medusajs\/framework that can be imported from/,
      )
    } finally {
      await rm(lost, { recursive: true, force: true })
    }
  })

  it("sells, and shows it in the admin", async () => {
    sold = await shop.sell()

    expectPaid(sold)
    await expectAdmin(shop, sold)
    await shop.report("one folder")
  })

  it("refuses a forged notice and takes one that is signed", async () => {
    const notice = JSON.stringify({
      eventType: "cip.paid",
      operationNumber: "1254",
      data: { cip: "11546902", currency: "PEN", amount: "150.00" },
    })
    const signature = await shop.backend.evaluate(
      `const { signTestNotification } = require("medusa-payment-pagoefectivo")
       process.stdout.write(signTestNotification(${JSON.stringify(notice)}, "${SANDBOX_KEYS.secretKey}"))`,
    )
    const deliver = (header: string) =>
      fetch(`${shop.backendUrl}${HOOK}`, {
        method: "POST",
        headers: { "content-type": "application/json", "PE-Signature": header },
        body: notice,
      })

    expect((await deliver("0".repeat(64))).status).toBe(401)
    expect((await deliver(signature)).status).toBe(200)
  })

  it("starts without a word on anything deprecated, and where Medusa has no role-based access", async () => {
    await shop.stop()
    const preload = path.join(__dirname, "without-rbac.cjs")
    const server = await shop.start({
      NODE_OPTIONS: `--trace-deprecation --require ${preload}`,
      LOG_LEVEL: "debug",
    })
    const health = await shop.admin("GET", "/admin/pagoefectivo/health")

    expect(health).toHaveProperty("health")
    const warnings = server.output().split(/(?=^\(node:\d+\))/m)
    const ours = warnings.filter((text) => /deprecat/i.test(text) && /pagoefectivo/i.test(text))
    expect(ours).toEqual([])
  })

  it.each([22, 24])(
    "runs on Node %i",
    async (major) => {
      const node = await fetchNode(major)
      await shop.stop()
      await shop.start({}, node)

      expectPaid(await shop.sell())
      const version = (await run(node, ["--version"], { cwd: shop.project })).trim().slice(1)
      expect(version).toMatch(new RegExp(`^${major}\\.`))
      await shop.report("one folder", version)
    },
    SET_UP_TIMEOUT_MS,
  )
})
