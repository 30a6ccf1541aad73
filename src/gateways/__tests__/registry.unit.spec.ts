import { createGateway, type DirectGatewayOptions, type MercadoPagoGatewayOptions } from ".."

const CONFIG = {
  gateway: "direct" as const,
  baseUrl: "http://127.0.0.1:1/v1",
  accessKey: "AK",
  secretKey: "SK-of-the-store",
  serviceId: 1,
}

describe("createGateway", () => {
  it("makes the gateway that is named", () => {
    expect(createGateway(CONFIG)).toMatchObject({
      id: "direct",
      timeZone: "America/Lima",
      capabilities: {
        refunds: "none",
        idempotentIssue: false,
        waitingAfterPaidIsReversal: true,
      },
      issueTimeoutMs: 50_000,
    })
  })

  it.each(["other", "toString"])("refuses the unknown name %s", (gateway) => {
    expect(() => createGateway({ ...CONFIG, gateway: gateway as "direct" })).toThrow(
      `gateway: found "${gateway}", expected one of direct, mercadopago.`,
    )
  })

  it.each<[string, Partial<DirectGatewayOptions>]>([
    ["baseUrl", { baseUrl: "pagoefectivo.pe" }],
    ["accessKey", { accessKey: "" }],
    ["secretKey", { secretKey: "" }],
    ["serviceId", { serviceId: 0 }],
    ["searchBatchSize", { searchBatchSize: 0 }],
    ["searchBatchSize", { searchBatchSize: 101 }],
    ["adminEmail", { adminEmail: "a".repeat(101) }],
    ["documentTypes.CE", { documentTypes: { CE: "XYZ" } }],
  ])("names the option %s that can't work, and no key", (option, change) => {
    const make = () => createGateway({ ...CONFIG, ...change })
    expect(make).toThrow(`PagoEfectivo option ${option}: expected`)
    expect(make).not.toThrow("SK-of-the-store")
  })

  it.each<Partial<DirectGatewayOptions>>([
    { searchBatchSize: 1 },
    { searchBatchSize: 100 },
    { adminEmail: "a".repeat(100) },
  ])("takes %j at the limit", (change) => {
    expect(createGateway({ ...CONFIG, ...change }).id).toBe("direct")
  })

  describe("mercadopago", () => {
    const OPTIONS = {
      gateway: "mercadopago" as const,
      accessToken: "APP_USR-of-the-store",
      webhookSecret: "secret-of-the-store",
    }

    it("makes the gateway that is named", () => {
      expect(createGateway(OPTIONS)).toMatchObject({
        id: "mercadopago",
        timeZone: "Etc/GMT+4",
        capabilities: {
          refunds: "partial",
          idempotentIssue: true,
          waitingAfterPaidIsReversal: false,
        },
        issueTimeoutMs: 33_000,
      })
    })

    it.each<[string, Partial<MercadoPagoGatewayOptions>]>([
      ["accessToken", { accessToken: "" }],
      ["accessToken", { accessToken: "APP_USR-of-the-store\nX-Other: 1" }],
      ["webhookSecret", { webhookSecret: " " }],
      ["baseUrl", { baseUrl: "api.mercadopago.com" }],
      ["notificationUrl", { notificationUrl: "/hooks" }],
      ["notificationUrl", { notificationUrl: "ftp://tienda.test/hooks" }],
    ])("names the option %s that can't work, and no secret", (option, change) => {
      const make = () => createGateway({ ...OPTIONS, ...change })
      expect(make).toThrow(`Mercado Pago option ${option}: expected`)
      expect(make).not.toThrow("of-the-store")
    })
  })
})
