import path from "node:path"
import type { InputConfig } from "@medusajs/framework/types"
import { withPagoEfectivo } from "../with-pagoefectivo"

const PLUGIN = "medusa-payment-pagoefectivo"
/** The copy that is asked, here the repository itself. */
const PACKAGE_FOLDER = path.resolve(__dirname, "../../..")
const OPTIONS = { voucherHours: 48 }
const PROVIDER = {
  resolve: path.join(PACKAGE_FOLDER, "src/providers/pagoefectivo"),
  id: "pagoefectivo",
  options: OPTIONS,
}

interface PaymentEntry {
  resolve: string
  dependencies: string[]
  options: Record<string, unknown> & { providers: unknown[] }
}

function paymentOf(config: ReturnType<typeof withPagoEfectivo>): PaymentEntry {
  const entries = (config.modules ?? []) as unknown as PaymentEntry[]
  const found = entries.filter(({ options }) => options?.providers)
  expect(found).toHaveLength(1)
  return found[0]!
}

describe("withPagoEfectivo", () => {
  it("adds the plugin and the provider to an empty configuration, with the same options", () => {
    const config = withPagoEfectivo(OPTIONS)
    expect(config.plugins).toEqual([{ resolve: PACKAGE_FOLDER, options: OPTIONS }])
    expect(paymentOf(config)).toEqual({
      resolve: "@medusajs/medusa/payment",
      dependencies: ["pagoefectivo", "query"],
      options: { providers: [PROVIDER] },
    })
  })

  it("does not check options: a build has no secrets", () => {
    expect(() => withPagoEfectivo({ voucherHours: -1 })).not.toThrow()
  })

  it.each<[string, unknown]>([
    [
      "as a list",
      [
        { resolve: "@medusajs/medusa/caching" },
        {
          resolve: "@medusajs/medusa/payment",
          dependencies: ["logger", "query"],
          options: { webhook_delay: 10, providers: [{ resolve: "stripe", id: "stripe" }] },
        },
      ],
    ],
    [
      "by key",
      {
        caching: { resolve: "@medusajs/medusa/caching" },
        payment: {
          resolve: "@medusajs/payment",
          dependencies: ["logger", "query"],
          options: { webhook_delay: 10, providers: [{ resolve: "stripe", id: "stripe" }] },
        },
      },
    ],
  ])("keeps other modules, providers and options of a configuration %s", (_, modules) => {
    const config = withPagoEfectivo(OPTIONS, {
      modules: modules as never,
      plugins: ["other-plugin"],
    })
    expect(config.plugins?.[0]).toBe("other-plugin")
    expect(config.modules).toContainEqual(
      expect.objectContaining({ resolve: "@medusajs/medusa/caching" }),
    )
    const payment = paymentOf(config)
    expect(payment.dependencies).toEqual(["logger", "query", "pagoefectivo"])
    expect(payment.options).toEqual({
      webhook_delay: 10,
      providers: [{ resolve: "stripe", id: "stripe" }, PROVIDER],
    })
  })

  it.each([
    ["a name", PLUGIN],
    ["an entry", { resolve: PLUGIN, options: {} }],
  ])("loads the plugin once when it is registered as %s as well", (_, plugin) => {
    const config = withPagoEfectivo(OPTIONS, { plugins: [plugin] })
    expect(config.plugins).toEqual([{ resolve: PACKAGE_FOLDER, options: OPTIONS }])
  })

  it("leaves a module off that is switched off by key", () => {
    const config = withPagoEfectivo(OPTIONS, { modules: { cache: false, rbac: true } })
    expect(config.modules).toContainEqual({ key: "cache", disable: true })
    expect(config.modules).toContainEqual({ key: "rbac", disable: false })
  })

  it("passes through what it does not know, untouched", () => {
    const projectConfig = {
      databaseUrl: "postgres://localhost/shop",
      http: { storeCors: "*", adminCors: "*", authCors: "*", trustedProxies: ["10.0.0.0/8"] },
      aKeyOfTomorrow: { nested: true },
    }
    const admin = { path: "/app" as const, tomorrow: 1 }
    const given = { projectConfig, admin, featureFlags: { rbac: true }, tomorrow: "as well" }
    const config = withPagoEfectivo(OPTIONS, given as InputConfig)
    expect(config).toMatchObject(given)
    expect(config.projectConfig).toBe(projectConfig)
    expect(config.admin).toBe(admin)
  })

  it("does not change the configuration that it was given", () => {
    const given: InputConfig = { modules: [], plugins: [] }
    withPagoEfectivo(OPTIONS, given)
    expect(given).toEqual({ modules: [], plugins: [] })
  })
})
