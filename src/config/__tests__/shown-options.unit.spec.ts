import fc from "fast-check"
import { VENDOR_BASE_URLS } from "../../gateways"
import { withSettings } from "../apply-settings"
import { environmentName } from "../environment"
import { optionRows } from "../option-rows"
import type { OptionsInput } from "../options-schema"
import { resolveOptions } from "../resolve-options"
import { shownOptions, type ShownOption } from "../shown-options"

const KEYS = { accessKey: "AKown", secretKey: "SKown-secret", serviceId: 4321 }

/** One value that each option takes and that is not its default, by its path. */
const VALUES: Record<string, unknown> = {
  environment: "production",
  allowTestSettingsInProduction: true,
  gateway: "direct",
  ...KEYS,
  baseUrl: "https://gateway.example/v1",
  voucherHours: 72,
  voucherDeadline: "end-of-day",
  cancelGraceMinutes: 5,
  reminderMinutes: 0,
  maximumAmount: "1500.00",
  storeUrl: "https://tienda.example",
  backendUrl: "https://api.example",
  shopName: "Tienda",
  fallbackPhone: "+51 987654321",
  adminEmail: "copia@example.pe",
  "voucher.content.companyName": "Otra",
  "voucher.content.serviceNames.pen": "Soles",
  "voucher.content.serviceNames.usd": "Dólares",
  "voucher.content.paymentPoints": [{ name: "Bodega", kind: "counter" }],
  "voucher.content.wording": { es: { "status.paid": "¡Pagado!" } },
  "voucher.logoUrl": "/static/logo.png",
  "voucher.contact": "hola@example.pe",
  "emails.issued": false,
  "emails.expiring": false,
  "emails.paid": { template: "paid" },
  "emails.expired": false,
  "emails.refunded": false,
  "emails.from": "tienda@example.pe",
  "webhook.allowedIps": ["10.0.0.1"],
  "polling.enabled": false,
  "polling.batchSize": 7,
  "settlement.schedule": "0 4 * * *",
  "settlement.timezone": "UTC",
  "settlement.dueBusinessDays": 5,
  "settlement.refundDueBusinessDays": 6,
  "settlement.fees": { tiers: [{ percent: "3.5" }] },
  "settlement.extraHolidays": ["2026-12-24"],
  "settlement.workingDays": ["2026-12-26"],
  "settlement.fx.bandPercent": "1",
  "settlement.fx.settlementCurrency": "USD",
  "settlement.fx.rates": [{ day: "2026-10-01", from: "USD", to: "PEN", rate: "3.7" }],
  "alerts.language": "zh",
  "alerts.email.to": ["contabilidad@example.pe"],
  "alerts.threshold": "50.00",
  retentionDays: 500,
}

/** Needs others beside it, or is shown in part; tested by itself. */
const OTHERS = [
  "providers",
  "settlement.sources",
  "settlement.formats",
  "settlement.feesByProvider",
]
const OF_OTHER_GATEWAY = /^mercadopago\./
const ROBOT = /^alerts\.dingtalk\./

function nested(paths: string[], values = VALUES): OptionsInput {
  const options: Record<string, unknown> = {}
  for (const path of paths) {
    const names = path.split(".")
    const last = names.pop()!
    let block = options
    for (const name of names) block = (block[name] ??= {}) as Record<string, unknown>
    block[last] = values[path]
  }
  return options as OptionsInput
}

function environmentOf(paths: string[]): NodeJS.ProcessEnv {
  return Object.fromEntries(paths.map((path) => [environmentName(path)!, String(VALUES[path])]))
}

function shownBy(input: OptionsInput, env: NodeJS.ProcessEnv = {}): Map<string, ShownOption> {
  return new Map(shownOptions(resolveOptions(input, env)).map((one) => [one.name, one]))
}

describe("every option", () => {
  const paths = Object.keys(VALUES)

  it("is shown, and none twice for one provider", () => {
    const wanted = optionRows()
      .map(({ path }) => path.replace(/^settlement\.fees\..*/, "settlement.fees"))
      .filter((path) => !path.includes("[") && !OF_OTHER_GATEWAY.test(path))
    const names = shownOptions(resolveOptions(KEYS, {})).map(({ name }) => name)
    expect([...names].sort()).toEqual([...new Set(wanted)].sort())
    expect(
      [...new Set(wanted)].filter(
        (path) => !(path in VALUES) && !OTHERS.includes(path) && !ROBOT.test(path),
      ),
    ).toEqual([])
  })

  it("says where it is from, whatever is set in code and in the environment", () => {
    const needed = Object.keys(KEYS)
    const byEnvironment = paths.filter((path) => environmentName(path))
    fc.assert(
      fc.property(fc.subarray(paths), fc.subarray(byEnvironment), (code, env) => {
        const missing = needed.filter((path) => !code.includes(path) && !env.includes(path))
        const shown = shownBy(nested([...code, ...missing]), environmentOf(env))
        for (const path of paths) {
          const inCode = code.includes(path) || missing.includes(path)
          const source = inCode ? "code" : env.includes(path) ? "environment" : "default"
          const variable = source === "environment" ? environmentName(path) : null
          expect([path, shown.get(path)?.origin]).toEqual([path, { source, variable }])
        }
      }),
      { numRuns: 300 },
    )
  })

  it("shows the value in force", () => {
    const shown = shownBy({ ...nested(paths), ...KEYS })
    for (const [path, value] of Object.entries(VALUES)) {
      if (path === "accessKey" || path === "secretKey") continue
      if (path === "settlement.fees") expect(shown.get(path)?.value).toMatchObject(value as object)
      else expect([path, shown.get(path)?.value]).toEqual([path, value])
    }
    expect(shownBy(KEYS).get("baseUrl")).toMatchObject({
      value: VENDOR_BASE_URLS.sandbox,
      origin: { source: "default", variable: null },
    })
  })
})

describe("where an option is from", () => {
  it("is the default where the code names it without a value", () => {
    const { origin } = shownBy(
      { ...KEYS, gateway: "mercadopago", mercadopago: { ...MERCADO, webhookSecret: "w" } },
      { PAGOEFECTIVO_VOUCHER_HOURS: " " },
    ).get("voucherHours")!
    expect(origin).toEqual({ source: "default", variable: null })
  })

  it("names Medusa's own variable for the backend's address", () => {
    expect(
      shownBy(KEYS, { MEDUSA_BACKEND_URL: "https://m.example" }).get("backendUrl"),
    ).toMatchObject({
      value: "https://m.example",
      origin: { source: "environment", variable: "MEDUSA_BACKEND_URL" },
    })
  })

  it("is told for each of several providers", () => {
    const options = resolveOptions(
      {
        accessKey: "AKcommon",
        providers: [
          { id: "lima", serviceId: 1, secretKey: "SKlima" },
          { id: "mp", gateway: "mercadopago", mercadopago: MERCADO },
        ],
      },
      { PAGOEFECTIVO_SECRET_KEY: "SKenv" },
    )
    const told = shownOptions(options)
      .filter(({ providerId }) => providerId !== null)
      .map(({ name, providerId, origin }) => [providerId?.split("_").at(-1), name, origin.source])
    expect(told).toEqual([
      ["lima", "gateway", "default"],
      ["lima", "accessKey", "code"],
      ["lima", "secretKey", "code"],
      ["lima", "serviceId", "code"],
      ["lima", "baseUrl", "default"],
      ["mp", "gateway", "code"],
      ["mp", "mercadopago.accessToken", "code"],
      ["mp", "mercadopago.webhookSecret", "code"],
      ["mp", "mercadopago.baseUrl", "default"],
      ["mp", "mercadopago.notificationUrl", "default"],
    ])
  })
})

const MERCADO = { accessToken: "APP_USR-token", webhookSecret: "hook-secret" }

/** Each is somewhere in the options below, and nothing of it in what is shown. */
const SECRETS = [
  "s3cr3t-access",
  "s3cr3t-signing",
  "s3cr3t-token",
  "s3cr3t-hook",
  "s3cr3t-password",
  "s3cr3t-key",
  "s3cr3t-phrase",
  "s3cr3t-header",
  "s3cr3t-query",
  "s3cr3t-report",
  "s3cr3t-robot",
  "s3cr3t-sign",
  "s3cr3t-url",
  "s3cr3t-fragment",
]

it("shows nothing of a secret, wherever it stands", () => {
  const sftp = {
    id: "sftp",
    type: "sftp" as const,
    host: "h",
    username: "u",
    password: "s3cr3t-password",
    privateKey: "s3cr3t-key",
    passphrase: "s3cr3t-phrase",
    hostFingerprint: `SHA256:${"A".repeat(43)}`,
  }
  const options = resolveOptions(
    {
      storeUrl: "https://user:s3cr3t-url@tienda.example/?token=s3cr3t-query#s3cr3t-fragment",
      providers: [
        { id: "a", accessKey: "s3cr3t-access", secretKey: "s3cr3t-signing", serviceId: 1 },
        {
          id: "b",
          gateway: "mercadopago",
          mercadopago: { accessToken: "s3cr3t-token", webhookSecret: "s3cr3t-hook" },
        },
      ],
      settlement: {
        sources: [
          sftp,
          {
            id: "https",
            type: "https",
            url: "https://u:s3cr3t-url@h.example/?k=s3cr3t-query",
            headers: { authorization: "s3cr3t-header" },
          },
          { id: "mp", type: "mercadopago", accessToken: "s3cr3t-report" },
        ],
      },
      alerts: {
        dingtalk: {
          webhook: "https://oapi.dingtalk.com/robot/send?access_token=s3cr3t-robot",
          secret: "s3cr3t-sign",
        },
      },
    },
    {},
  )
  for (const told of [shownOptions(options), shownOptions(withSettings(options, []))]) {
    const text = JSON.stringify(told)
    expect(SECRETS.filter((secret) => text.includes(secret))).toEqual([])
    expect(text).not.toContain("s3cr3t")
    const secrets = told.filter(({ isSecret }) => isSecret)
    expect(secrets.map(({ name, isSet, value }) => [name, isSet, value])).toEqual(
      [
        "accessKey",
        "secretKey",
        "mercadopago.accessToken",
        "mercadopago.webhookSecret",
        "alerts.dingtalk.webhook",
        "alerts.dingtalk.secret",
      ].map((name) => [name, true, null]),
    )
  }
})
