import { resolveOptions } from "../../../config"
import { webhookAddress } from "../checks/webhook-address"
import type { HealthContext } from "../health-check"

const PUBLIC = "https://api.shop.pe"
const HERE = "http://localhost:9000"
const SANDBOX = "http://127.0.0.1:4010/v1"
const VENDOR = "https://pre1a.services.pagoefectivo.pe/v1"

function look(backendUrl: string, baseUrl: string, live = false) {
  const options = resolveOptions(
    {
      environment: live ? "production" : "sandbox",
      allowTestSettingsInProduction: live,
      backendUrl,
      baseUrl,
      accessKey: "AK",
      secretKey: "SK",
      serviceId: 1,
    },
    {},
  )
  const container = { resolve: () => ({ options }) } as unknown as HealthContext["container"]
  return webhookAddress({ container, entry: options.entries[0]!, now: new Date(), refresh: false })
}

describe("the address that the gateway sends notices to", () => {
  it.each([
    ["ok", undefined, PUBLIC, VENDOR],
    ["ok", "local", HERE, SANDBOX],
    ["ok", "local", "http://192.168.1.20:9000", "http://192.168.1.21:4010/v1"],
    ["ok", "local", "http://shop.local:9000", SANDBOX],
    ["warning", "not_public", HERE, VENDOR],
    ["warning", "not_encrypted", "http://api.shop.pe", VENDOR],
    ["warning", "not_encrypted", "http://api.shop.pe", SANDBOX],
  ])("is %s (%s): %s for %s", async (state, finding, backendUrl, baseUrl) => {
    const found = await look(backendUrl, baseUrl)
    expect([found.state, found.data.finding]).toEqual([state, finding])
    expect(found.data.address).toBe(`${backendUrl}/hooks/payment/pagoefectivo_pagoefectivo`)
  })

  it("is a problem in production where nobody reaches it, a sandbox beside the store or not", async () => {
    expect(await look(HERE, SANDBOX, true)).toMatchObject({ state: "problem" })
    expect(await look(HERE, VENDOR, true)).toMatchObject({ state: "problem" })
  })
})
