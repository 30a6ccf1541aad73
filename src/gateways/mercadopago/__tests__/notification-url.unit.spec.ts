import { resolveMercadoPagoOptions } from "../options"

const settings = (notificationUrl: string, baseUrl?: string) =>
  resolveMercadoPagoOptions({
    accessToken: "APP_USR-test",
    webhookSecret: "test-secret",
    notificationUrl,
    ...(baseUrl !== undefined && { baseUrl }),
  })

const HOOK = "https://tienda.test/hooks"

describe("where Mercado Pago sends its notices", () => {
  it("is told with each code when it can be reached", () => {
    expect(settings(HOOK)).toMatchObject({
      notificationUrl: `${HOOK}?source_news=webhooks`,
      warnings: [],
    })
  })

  it.each([
    ["http://tienda.test/hooks", /tienda.test.*it is not https.*Set backendUrl/],
    ["https://localhost:9000/hooks", /only this machine or network knows that host/],
    ["https://192.168.1.5/hooks", /only this machine or network knows that host/],
    [`${HOOK}/${"x".repeat(250)}`, /it has 297 characters, and at most 248 are taken/],
  ])("is left out with a warning, instead of every code refused: %s", (address, warning) => {
    const { notificationUrl, warnings } = settings(address)
    expect(notificationUrl).toBeNull()
    expect(warnings).toEqual([expect.stringMatching(warning)])
  })

  it("may be any address beside a sandbox", () => {
    const address = "http://localhost:9000/hooks"
    expect(settings(address, "http://127.0.0.1:4010/mercadopago")).toMatchObject({
      notificationUrl: `${address}?source_news=webhooks`,
      warnings: [],
    })
  })
})
