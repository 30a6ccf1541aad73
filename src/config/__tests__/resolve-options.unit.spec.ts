import { MERCADOPAGO_SANDBOX_KEYS } from "../../sandbox"
import { SANDBOX_KEYS } from "../../sandbox/well-known-keys"
import { CONFIG_LIMITS as LIMITS } from "../limits"
import { PagoEfectivoOptionsError } from "../options-error"
import type { OptionsInput } from "../options-schema"
import { VENDOR_BASE_URLS } from "../../gateways"
import { MAX_SERVICE_ID } from "../../gateways/direct/limits"
import { resolveOptions } from "../resolve-options"

const OWN_KEYS = { accessKey: "AKown", secretKey: "SKown-secret", serviceId: 4321 }

function problemsOf(input: Record<string, unknown>, env: NodeJS.ProcessEnv = {}): string[] {
  try {
    resolveOptions({ ...OWN_KEYS, ...input } as OptionsInput, env)
    return []
  } catch (error) {
    if (error instanceof PagoEfectivoOptionsError) return error.problems
    throw error
  }
}

describe("options", () => {
  it("need nothing but the keys", () => {
    const options = resolveOptions(OWN_KEYS, {})
    expect(options).toMatchObject({
      ...OWN_KEYS,
      environment: "sandbox",
      allowTestSettingsInProduction: false,
      backendUrl: "http://localhost:9000",
      voucherHours: 24,
      cancelGraceMinutes: 60,
      reminderMinutes: 180,
      webhook: { allowedIps: [] },
      polling: { enabled: true, batchSize: 50 },
      retentionDays: 400,
    })
    expect(options.entries).toEqual([
      {
        id: "pagoefectivo",
        providerId: "pp_pagoefectivo_pagoefectivo",
        noticeAddress: "http://localhost:9000/hooks/payment/pagoefectivo_pagoefectivo",
        gateway: { gateway: "direct", ...OWN_KEYS, baseUrl: VENDOR_BASE_URLS.sandbox },
      },
    ])
    expect(options.maximumAmount).toBeUndefined()
    expect(options.storeUrl).toBeUndefined()
  })

  it("choose the host by environment", () => {
    const { entries } = resolveOptions({ ...OWN_KEYS, environment: "production" }, {})
    expect(entries[0]?.gateway.baseUrl).toBe(VENDOR_BASE_URLS.production)
  })

  it("give each of several providers its own credentials, or the common ones", () => {
    const { entries } = resolveOptions(
      {
        ...OWN_KEYS,
        providers: [
          { id: "soles" },
          { id: "dolares", serviceId: 9876, baseUrl: "https://x.pe/v1/" },
        ],
      },
      {},
    )
    expect(entries.map(({ providerId }) => providerId)).toEqual([
      "pp_pagoefectivo_soles",
      "pp_pagoefectivo_dolares",
    ])
    expect(entries.map(({ gateway }) => gateway)).toMatchObject([
      { accessKey: OWN_KEYS.accessKey, serviceId: OWN_KEYS.serviceId },
      { accessKey: OWN_KEYS.accessKey, serviceId: 9876, baseUrl: "https://x.pe/v1" },
    ])
  })

  it("refuse two providers with one id", () => {
    expect(problemsOf({ providers: [{ id: "a" }, { id: "a" }] })).toEqual([
      'option "providers": found a, a; allowed: each id once',
    ])
  })

  it("take a logo from the backend's own host only, and say so", () => {
    const backendUrl = "https://api.tienda.pe"
    const withLogo = (logoUrl: string) => problemsOf({ backendUrl, voucher: { logoUrl } })
    for (const logo of ["/static/logo.png", `${backendUrl}/logo.png`, "data:image/png;base64,AA"]) {
      expect(withLogo(logo)).toEqual([])
    }
    expect(withLogo("https://cdn.example/logo.png")).toEqual([
      `option "voucher.logoUrl": found "https://cdn.example/logo.png"; allowed: an image on the backend's own host (https://api.tienda.pe/...), or a data: URI of a PNG, JPEG, GIF, WebP or SVG image`,
    ])
    expect(withLogo("data:text/html,x")).toHaveLength(1)
  })

  it("leave the slash off baseUrl", () => {
    const { entries } = resolveOptions({ ...OWN_KEYS, baseUrl: "https://shop.pe/v1//" }, {})
    expect(entries[0]?.gateway.baseUrl).toBe("https://shop.pe/v1")
  })

  it.each(["storeUrl", "backendUrl"] as const)("leave the slash off %s", (name) => {
    expect(resolveOptions({ ...OWN_KEYS, [name]: "https://shop.pe/v1//" }, {})[name]).toBe(
      "https://shop.pe/v1",
    )
  })

  it("take the backend's address from Medusa where none is given", () => {
    expect(
      resolveOptions(OWN_KEYS, { MEDUSA_BACKEND_URL: "https://api.shop.pe/" }).backendUrl,
    ).toBe("https://api.shop.pe")
    expect(resolveOptions(OWN_KEYS, { PORT: "9100" }).backendUrl).toBe("http://localhost:9100")
  })

  it("ignore what Medusa itself adds to a module's options", () => {
    const input = { ...OWN_KEYS, database: { clientUrl: "postgres://" } } as OptionsInput
    expect(resolveOptions(input, {})).not.toHaveProperty("database")
  })

  it.each<[string, number | string, number | string]>([
    ["voucherHours", 1, 0],
    ["voucherHours", LIMITS.maxVoucherHours, LIMITS.maxVoucherHours + 1],
    ["cancelGraceMinutes", 0, -1],
    ["cancelGraceMinutes", LIMITS.maxCancelGraceMinutes, LIMITS.maxCancelGraceMinutes + 1],
    ["reminderMinutes", 0, -1],
    ["reminderMinutes", LIMITS.maxReminderMinutes, LIMITS.maxReminderMinutes + 1],
    ["retentionDays", LIMITS.minRetentionDays, LIMITS.minRetentionDays - 1],
    ["retentionDays", LIMITS.maxRetentionDays, LIMITS.maxRetentionDays + 1],
    ["serviceId", 1, 0],
    ["serviceId", MAX_SERVICE_ID, MAX_SERVICE_ID + 1],
    ["accessKey", "x".repeat(LIMITS.maxKeyLength), "x".repeat(LIMITS.maxKeyLength + 1)],
    ["secretKey", "x", ""],
    ["shopName", "x".repeat(LIMITS.maxShopNameLength), "x".repeat(LIMITS.maxShopNameLength + 1)],
  ])("hold %s at its limit and refuse it beyond: %s, %s", (name, atLimit, beyond) => {
    expect(problemsOf({ [name]: atLimit })).toEqual([])
    expect(problemsOf({ [name]: beyond })).toEqual([expect.stringContaining(`option "${name}"`)])
  })

  it.each<[Record<string, unknown>, string]>([
    [
      { environment: "live" },
      'option "environment" (environment: PAGOEFECTIVO_ENVIRONMENT): found "live"; allowed: "sandbox" or "production"',
    ],
    [
      { serviceId: undefined },
      'option "serviceId" (environment: PAGOEFECTIVO_SERVICE_ID): found nothing; allowed: a number',
    ],
    [
      { serviceId: "12a" },
      'option "serviceId" (environment: PAGOEFECTIVO_SERVICE_ID): found "12a"; allowed: a number',
    ],
    [
      { voucherHours: 1.5 },
      'option "voucherHours" (environment: PAGOEFECTIVO_VOUCHER_HOURS): found 1.5; allowed: a whole number',
    ],
    [
      { baseUrl: "services.pagoefectivo.pe/v1" },
      'option "baseUrl" (environment: PAGOEFECTIVO_BASE_URL): found "services.pagoefectivo.pe/v1"; allowed: a valid url',
    ],
    [
      { baseUrl: "ftp://services.pagoefectivo.pe/v1" },
      'option "baseUrl" (environment: PAGOEFECTIVO_BASE_URL): found "ftp://services.pagoefectivo.pe/v1"; allowed: a valid url',
    ],
    [{ maximumAmount: 1500 }, 'option "maximumAmount": found 1500; allowed: a text'],
    [
      { maximumAmount: "1,500.00" },
      'option "maximumAmount": found "1,500.00"; allowed: a decimal amount as text, like "1500.00"',
    ],
    [
      { fallbackPhone: "call me" },
      'option "fallbackPhone": found "call me"; allowed: a phone number like "+51 987654321"',
    ],
    [{ adminEmail: "admin" }, 'option "adminEmail": found "admin"; allowed: a valid email'],
    [
      { polling: { enabled: "no" } },
      'option "polling.enabled": found "no"; allowed: true or false',
    ],
    [{ webhook: [] }, 'option "webhook": found []; allowed: an object'],
    [
      { voucherHour: 24 },
      'unknown option "voucherHour"; check the spelling against docs/options.md',
    ],
    [
      { webhook: { allowedIPs: [] } },
      'unknown option "webhook.allowedIPs"; check the spelling against docs/options.md',
    ],
  ])("name what is wrong: %j", (input, problem) => {
    expect(problemsOf(input)).toEqual([problem])
  })

  it("name an address that is neither an address nor a range", () => {
    const [problem] = problemsOf({ webhook: { allowedIps: ["10.0.0.1", "10.0.0.300/8"] } })
    expect(problem).toContain('option "webhook.allowedIps.1": found "10.0.0.300/8"')
  })

  it("name all that is wrong at once", () => {
    expect(problemsOf({ environment: "live", voucherHours: 0, unknown: 1 })).toHaveLength(3)
  })

  it.each([
    { accessKey: 12345678 },
    { secretKey: ["SKown-secret"] },
    { secretKey: "SKown-secret".repeat(20) },
    { accessKey: "SKown-secret".repeat(20) },
  ])("never print a key: %#", (input) => {
    const problems = problemsOf(input).join()
    expect(problems).toMatch(/option "(accessKey|secretKey)"/)
    expect(problems).not.toMatch(/12345678|SKown/)
  })
})

describe("the environment", () => {
  const env = {
    PAGOEFECTIVO_ENVIRONMENT: "production",
    PAGOEFECTIVO_ACCESS_KEY: "AKenv",
    PAGOEFECTIVO_SECRET_KEY: "12345",
    PAGOEFECTIVO_SERVICE_ID: " 77 ",
    PAGOEFECTIVO_BASE_URL: "https://services.example.pe/v1",
    PAGOEFECTIVO_VOUCHER_HOURS: "48",
    PAGOEFECTIVO_STORE_URL: "https://shop.pe",
    PAGOEFECTIVO_BACKEND_URL: "https://api.shop.pe",
  }

  it("is enough", () => {
    expect(resolveOptions(undefined, env)).toMatchObject({
      environment: "production",
      accessKey: "AKenv",
      secretKey: "12345",
      serviceId: 77,
      baseUrl: "https://services.example.pe/v1",
      voucherHours: 48,
      storeUrl: "https://shop.pe",
      backendUrl: "https://api.shop.pe",
    })
  })

  it("gives way to what the configuration says", () => {
    expect(resolveOptions({ voucherHours: 72, accessKey: undefined }, env)).toMatchObject({
      voucherHours: 72,
      accessKey: "AKenv",
    })
  })

  it("counts an empty variable as not set", () => {
    expect(resolveOptions(OWN_KEYS, { PAGOEFECTIVO_VOUCHER_HOURS: "  " }).voucherHours).toBe(24)
  })

  it("is named when it holds nonsense", () => {
    expect(problemsOf({}, { PAGOEFECTIVO_VOUCHER_HOURS: "two days" })).toEqual([
      'option "voucherHours" (environment: PAGOEFECTIVO_VOUCHER_HOURS): found "two days"; allowed: a number',
    ])
  })
})

describe("in production", () => {
  const production = { environment: "production" }

  it.each([
    "https://services.pagoefectivo.pe/v1",
    "https://services.pagoefectivolatam.com/v1",
    "https://previsora.example.pe/v1",
    "https://testigo.example.pe/v1",
  ])("%s is taken", (baseUrl) => {
    expect(problemsOf({ ...production, baseUrl })).toEqual([])
  })

  it.each([
    ["https://localhost/v1", "local host"],
    ["https://shop.localhost/v1", "local host"],
    ["https://127.0.0.1/v1", "local host"],
    ["https://127.8.8.8/v1", "local host"],
    ["https://[::1]/v1", "local host"],
    ["https://[::ffff:127.0.0.1]/v1", "local host"],
    ["https://0.0.0.0/v1", "local host"],
    ["https://10.1.2.3/v1", "local host"],
    ["https://192.168.1.5/v1", "local host"],
    ["https://pre1a.services.pagoefectivo.pe/v1", "test host"],
    ["https://PRE.services.pagoefectivo.pe/v1", "test host"],
    ["https://sandbox.example.pe/v1", "test host"],
    ["https://api-test.example.pe/v1", "test host"],
    ["http://services.pagoefectivo.pe/v1", '"http:"'],
  ])("%s is refused", (baseUrl, found) => {
    expect(problemsOf({ ...production, baseUrl })).toEqual([expect.stringContaining(found)])
    expect(problemsOf({ baseUrl })).toEqual([])
    expect(problemsOf({ ...production, baseUrl, allowTestSettingsInProduction: true })).toEqual([])
  })

  it.each(["accessKey", "secretKey"] as const)("the sandbox's %s is refused", (name) => {
    const input = { [name]: SANDBOX_KEYS[name] }
    const [problem] = problemsOf({ ...production, ...input })
    expect(problem).toContain(`option "${name}": found the sandbox's well-known key`)
    expect(problem).not.toContain(SANDBOX_KEYS[name])
    expect(problemsOf(input)).toEqual([])
  })

  describe("for Mercado Pago", () => {
    const KEYS = { accessToken: "APP_USR-own", webhookSecret: "own-secret" }

    it("complete a block of the configuration by the environment", () => {
      const { entries } = resolveOptions(
        { gateway: "mercadopago", mercadopago: { baseUrl: "https://mp.example" } as never },
        {
          PAGOEFECTIVO_MERCADOPAGO_ACCESS_TOKEN: KEYS.accessToken,
          PAGOEFECTIVO_MERCADOPAGO_WEBHOOK_SECRET: KEYS.webhookSecret,
          PAGOEFECTIVO_BACKEND_URL: "https://api.shop.pe",
        },
      )
      expect(entries[0]?.gateway).toEqual({
        gateway: "mercadopago",
        ...KEYS,
        baseUrl: "https://mp.example",
        notificationUrl: "https://api.shop.pe/hooks/payment/pagoefectivo_pagoefectivo",
      })
    })

    it("say where notices go in place of the store's own hook", () => {
      const notificationUrl = "https://notices.shop.pe/mercadopago"
      const mercadopago = { ...KEYS, notificationUrl }
      const { entries } = resolveOptions({ gateway: "mercadopago", mercadopago }, {})
      expect(entries[0]).toMatchObject({
        noticeAddress: notificationUrl,
        gateway: { notificationUrl },
      })
    })

    it.each([
      { mercadopago: { ...KEYS, accessToken: `APP_USR-${"secret".repeat(60)}` } },
      { mercadopago: "APP_USR-secret" },
      { providers: Array.from({ length: 11 }, (_, i) => ({ id: `p${i}`, accessKey: "secret" })) },
    ])("never print a secret that stands in a wrong place: %#", (input) => {
      const problems = problemsOf({ gateway: "mercadopago", ...input })
      expect(problems.length).toBeGreaterThan(0)
      expect(problems.join()).not.toContain('secret"')
      expect(problems.join()).not.toMatch(/APP_USR|secretsecret/)
    })

    it("refuse the sandbox's keys and test tokens in production", () => {
      const inProduction = (mercadopago: typeof KEYS) =>
        problemsOf({ environment: "production", gateway: "mercadopago", mercadopago })
      expect(inProduction(KEYS)).toEqual([])
      expect(inProduction({ ...KEYS, accessToken: "TEST-1" })).toHaveLength(1)
      const { accessToken, webhookSecret } = MERCADOPAGO_SANDBOX_KEYS
      expect(inProduction({ accessToken, webhookSecret })).toHaveLength(2)
    })
  })
})
