import type { InputConfig } from "@medusajs/framework/types"
import { withPagoEfectivo } from "../with-pagoefectivo"

const PLUGIN = "medusa-payment-pagoefectivo"
const OPTIONS = { voucherHours: 48 }
const PROVIDER = {
  resolve: `${PLUGIN}/providers/pagoefectivo`,
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
    expect(config.plugins).toEqual([{ resolve: PLUGIN, options: OPTIONS }])
    expect(paymentOf(config)).toEqual({
      resolve: "@medusajs/medusa/payment",
      dependencies: ["pagoefectivo", "query", "locking"],
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
    expect(payment.dependencies).toEqual(["logger", "query", "pagoefectivo", "locking"])
    expect(payment.options).toEqual({
      webhook_delay: 10,
      providers: [{ resolve: "stripe", id: "stripe" }, PROVIDER],
    })
  })

  it("does not change the configuration that it was given", () => {
    const given: InputConfig = { modules: [], plugins: [] }
    withPagoEfectivo(OPTIONS, given)
    expect(given).toEqual({ modules: [], plugins: [] })
  })
})
