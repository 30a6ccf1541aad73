import { editConfig } from "../../src/cli/init/config/edit-config"
import type { AdminHealth } from "../../src/http-types"
import { createSandbox, type Sandbox } from "../../src/sandbox"
import { BOOT_TIMEOUT_MS } from "../support/booted-shop"
import type { EndedProgram } from "../support/child"
import { NewStore, PLAIN_CONFIG } from "../support/new-store"
import { freePort } from "../support/start-store"
import { STORE_KEYS } from "../support/store-keys"

/** Nobody listens there. */
const NO_DATABASE = "postgres://postgres@127.0.0.1:9/shop"

jest.setTimeout(BOOT_TIMEOUT_MS)

let sandbox: Sandbox
let store: NewStore
/** Medusa gives a database a minute to answer: asked at the beginning, looked at in the end. */
let withoutDatabase: Promise<EndedProgram>

beforeAll(async () => {
  sandbox = await createSandbox()
  const edit = editConfig(PLAIN_CONFIG, false)
  store = await NewStore.create({
    env: {
      ...STORE_KEYS,
      PAGOEFECTIVO_BASE_URL: sandbox.apiUrl,
      PAGOEFECTIVO_BACKEND_URL: `http://127.0.0.1:${await freePort()}`,
    },
    config: edit.outcome === "add" ? edit.text : "",
    isFurnished: true,
  })
  withoutDatabase = store.command(["doctor", "--json"], { DATABASE_URL: NO_DATABASE })
}, BOOT_TIMEOUT_MS)

afterAll(async () => {
  await store?.remove()
  await sandbox?.close()
})

describe("the doctor", () => {
  it("sums up what is right, says what to do about the rest, and ends with 0 if nothing is broken", async () => {
    const { code, output } = await store.command(["doctor", "--lang", "en"])
    // A long list goes on in the next line.
    const words = output.replace(/\s+/g, " ")
    expect(words).toContain(
      "✓ Shop Region, Currency, Delivery to Peru, Prices, Publishable key, Phones ✓",
    )
    expect(words).toContain("✓ PagoEfectivo Keys, Clock, Environment ✓")
    expect(output).toMatch(/\? Jobs \(\d\): Has not run yet since the start\.\n +Do: Look again/)
    expect(output).toMatch(/! Webhook reachable: [^]+\(ECONNREFUSED\)\.\n +Do: Start the store\./)
    expect(output).toMatch(/! E-mail: No e-mail provider is installed[^]+Do: Add a provider/)
    expect(output).toContain("It works. To look at: 2.")
    expect(code).toBe(0)
  })

  it("finds keys that are refused and a region that is missing, in the reader's language, and ends with 1", async () => {
    await store.database.query("UPDATE region SET deleted_at = now()")
    const { code, output } = await store.command(["doctor"], {
      LC_ALL: "es_PE.UTF-8",
      PAGOEFECTIVO_SECRET_KEY: "another",
    })
    await store.database.query("UPDATE region SET deleted_at = NULL")
    expect(output).toContain("✗ Claves: PagoEfectivo rechaza las claves de la tienda")
    expect(output).toContain("✗ Región: Ninguna región incluye Perú.")
    expect(code).toBe(1)
  })

  it("says why a store does not start: keys that nobody has set", async () => {
    const { code, output } = await store.command(["doctor", "--lang", "en"], {
      PAGOEFECTIVO_ACCESS_KEY: "",
    })
    expect(output).toMatch(/✗ Start: The store does not start: PagoEfectivo's options are wrong\./)
    expect(output).toContain("PAGOEFECTIVO_ACCESS_KEY")
    expect(code).toBe(1)
  })

  it("says why a store does not start: a database that does not answer", async () => {
    const { code, output } = await withoutDatabase
    const { health } = JSON.parse(output) as { health: AdminHealth }
    expect(health).toMatchObject({
      state: "problem",
      checks: expect.arrayContaining([
        expect.objectContaining({
          id: "start",
          state: "problem",
          data: expect.objectContaining({ finding: "database_unreachable" }),
        }),
        expect.objectContaining({ id: "versions", state: "ok" }),
      ]),
    })
    expect(code).toBe(1)
  })

  it.each([
    [["--dir", "node_modules"], /There is no medusa-config\.js or medusa-config\.ts in /],
    [["--dir", "elsewhere"], /There is no folder /],
    [["--lang", "fr"], /--lang expects one of en, es, zh, found "fr"/],
  ])("ends with 2 where it could not look: %j", async (args, reason) => {
    const { code, output, everything } = await store.command(["doctor", ...args])
    expect(everything).toMatch(reason)
    expect(output).toBe("")
    expect(code).toBe(2)
  })
})
