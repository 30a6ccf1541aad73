import { execFile } from "node:child_process"
import { mkdir, writeFile } from "node:fs/promises"
import path from "node:path"
import { promisify } from "node:util"
import { planFiles, writeFiles } from "../../src/cli/init/plan-files"
import { findStore } from "../../src/cli/store/find-store"
import { createSandbox, type Sandbox } from "../../src/sandbox"
import { BOOT_TIMEOUT_MS } from "../support/booted-shop"
import type { EndedProgram } from "../support/child"
import { eventually } from "../support/eventually"
import { NewStore, PLAIN_CONFIG } from "../support/new-store"
import { http, Shopper, voucherOf } from "../support/shopper"

/** Where `init` may write rows. */
const ROWS = {
  region: "SELECT name, currency_code FROM region",
  offer: "SELECT payment_provider_id FROM region_payment_provider",
  currency: "SELECT currency_code FROM store_currency",
  location: "SELECT name FROM stock_location",
  set: "SELECT name FROM fulfillment_set",
  zone: "SELECT name FROM service_zone",
  shipping: "SELECT name FROM shipping_option",
  price: "SELECT currency_code, amount::text FROM price",
  key: "SELECT title, token FROM api_key",
}

// Each command boots a store, some more than once.
jest.setTimeout(BOOT_TIMEOUT_MS)

let sandbox: Sandbox
let store: NewStore

beforeAll(async () => {
  sandbox = await createSandbox()
  store = await NewStore.create({ env: { PAGOEFECTIVO_BASE_URL: sandbox.apiUrl } })
  await store.fill()
}, BOOT_TIMEOUT_MS)

afterAll(async () => {
  await store?.remove()
  await sandbox?.close()
})

function init(...args: string[]): Promise<EndedProgram> {
  return store.command(["init", "--lang", "en", ...args])
}

/** What everything looks like that `init` could have changed. */
async function everything() {
  const tables = Object.entries(ROWS).map(async ([name, sql]) => {
    const rows = await store.database.query(`${sql} WHERE deleted_at IS NULL`)
    return [name, rows.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))]
  })
  return {
    files: [await store.read("medusa-config.js"), await store.read(".env")],
    ...Object.fromEntries(await Promise.all(tables)),
  }
}

describe("init in a store that sells in euros", () => {
  it("does nothing where nobody can be asked, and says so", async () => {
    const before = await everything()
    const { code, output } = await init()
    expect(output).toContain("Region          make Perú (PEN) and offer PagoEfectivo in it")
    expect(output).toContain("nobody can be asked here. Add --yes")
    expect(await everything()).toEqual(before)
    expect(code).toBe(1)
  })

  it("leaves an unusual configuration alone, and says how it is done by hand", async () => {
    const unusual = "module.exports = { projectConfig: require('./project') }\n"
    const { files, ...rows } = await everything()
    await store.write("medusa-config.js", unusual)
    const { code, output } = await init("--yes")
    const after = await everything()
    await store.write("medusa-config.js", PLAIN_CONFIG)
    expect(output).toContain("left alone, it does not export defineConfig(…)")
    expect(output).toContain("withPagoEfectivo({}, {")
    expect(after).toEqual({ files: [unusual, expect.stringContaining(files[1])], ...rows })
    expect(code).toBe(1)
  })

  it("killed in the middle and run again ends complete, and makes nothing twice", async () => {
    const letGo = await store.database.holdWrites("price")
    const { kill, ended } = store.commandToBeKilled(["init", "--yes"])
    await eventually(
      () => store.database.waiting(),
      (count) => count > 0,
      {
        what: "the shipping option's price",
        timeoutMs: BOOT_TIMEOUT_MS,
      },
    )
    kill()
    await ended
    await letGo()
    expect(await everything()).toMatchObject({
      region: [{ name: "Perú" }],
      price: [{ currency_code: "eur" }, { currency_code: "pen" }, { currency_code: "usd" }],
    })

    const { code, output } = await init("--yes", "--shipping", "12.50")
    const { files, key, ...rows } = await everything()
    expect(rows).toEqual({
      region: [{ name: "Perú", currency_code: "pen" }],
      offer: [{ payment_provider_id: "pp_pagoefectivo_pagoefectivo" }],
      currency: [{ currency_code: "eur" }, { currency_code: "pen" }],
      location: [{ name: "Perú" }],
      set: [{ name: "Perú shipping" }],
      zone: [{ name: "Perú" }],
      shipping: [{ name: "Envío a todo el Perú" }],
      price: [
        { currency_code: "eur", amount: "20" },
        { currency_code: "pen", amount: "12.5" },
        { currency_code: "pen", amount: "79.9" },
        { currency_code: "usd", amount: "8" },
      ],
    })
    expect(files[0].match(/withPagoEfectivo\(\{\}, /g)).toHaveLength(1)
    expect(files[1].match(/PAGOEFECTIVO_ACCESS_KEY/g)).toHaveLength(1)
    expect(output).toContain("2 variants have no price in PEN. With --rate 3.75 they get")
    expect(output).toContain(`NEXT_PUBLIC_MEDUSA_PUBLISHABLE_KEY=${key[0].token}`)
    expect(code).toBe(0)
  })

  it("changes nothing when it is repeated", async () => {
    const before = await everything()
    const { code, output } = await init("--yes")
    expect(output).toContain("Nothing is missing.")
    expect(await everything()).toEqual(before)
    expect(code).toBe(0)
  })

  it("makes prices at a rate that is given, of those in the store's own currency, and nothing else", async () => {
    const { price, ...rest } = await everything()
    const { code, output } = await init("--yes", "--rate", "3.75")
    expect(output).toContain("at 3.75 for 1 EUR")
    const after = await everything()
    expect(after).toEqual({ ...rest, price: expect.arrayContaining(price) })
    expect(after.price).toHaveLength(price.length + 1)
    expect(after.price).toContainEqual({ currency_code: "pen", amount: "75" })
    expect(code).toBe(0)
  })

  it("leaves a store in which an order is placed and paid", async () => {
    const { url, stop } = await store.start()
    try {
      sandbox.setWebhookUrl(`${url}/hooks/payment/pagoefectivo_pagoefectivo`)
      const [key, region] = await Promise.all([
        store.database.query<{ token: string }>(ROWS.key),
        store.database.query<{ id: string }>("SELECT id FROM region"),
      ])
      const shop = { publishableKey: key[0]!.token, regionId: region[0]!.id, productsAdded: 3 }
      const shopper = new Shopper({ url, shop })
      const { order } = await shopper.placeOrder({ handle: "gorra" })
      expect(order.total).toBe(87.5)
      const { cip } = voucherOf(order)
      await http(`${new URL(sandbox.apiUrl).origin}/_control/pay`, { body: { cip } })
      await eventually(
        () => shopper.order(order.id),
        (now) => now.payment_status === "captured",
        {
          what: "the paid order",
        },
      )
    } finally {
      await stop()
    }
  })
})

it.each([
  [
    "CommonJS",
    'const { defineConfig } = require("@medusajs/framework/utils")\nmodule.exports = defineConfig({})\n',
    "commonjs",
  ],
  [
    "an ES module",
    "import { defineConfig } from '@medusajs/framework/utils';\nexport default defineConfig({});\n",
    "module",
  ],
])("a configuration in JavaScript, as %s, is one that Node loads", async (_, text, type) => {
  const folder = path.join(store.directory, type)
  await mkdir(folder)
  await writeFile(path.join(folder, "package.json"), JSON.stringify({ type }))
  await writeFile(path.join(folder, "medusa-config.js"), text)
  writeFiles(planFiles(findStore(folder), {}))
  const code = `import("./medusa-config.js").then((config) => console.log(JSON.stringify(config.default.plugins)))`
  const { stdout } = await promisify(execFile)(process.execPath, ["--eval", code], { cwd: folder })
  expect(JSON.parse(stdout)).toEqual(
    expect.arrayContaining([{ resolve: expect.stringContaining("pagoefectivo"), options: {} }]),
  )
})
