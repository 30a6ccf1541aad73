import { resolveOptions } from "../resolve-options"

const KEYS = { accessKey: "a", secretKey: "s", serviceId: 1 }
const SFTP = {
  id: "portal",
  type: "sftp" as const,
  host: "sftp.example.pe",
  username: "tienda",
  password: "not-a-real-password",
  hostFingerprint: `SHA256:${"A".repeat(43)}`,
}

function problemOf(options: object): string {
  try {
    resolveOptions({ ...KEYS, ...options }, {})
    return "none"
  } catch (error) {
    return (error as Error).message
  }
}

describe("settlement and alert options", () => {
  it("have defaults that need nothing", () => {
    const { settlement, alerts } = resolveOptions(KEYS, {})
    expect(settlement).toMatchObject({
      schedule: "0 3 * * *",
      timezone: "America/Lima",
      sources: [],
      dueBusinessDays: 3,
    })
    expect(alerts).toMatchObject({ language: "es", threshold: "0.00" })
  })

  it.each([
    [{ settlement: { schedule: "at three" } }, /"settlement\.schedule": found "at three"/],
    [{ settlement: { timezone: "Lima" } }, /"settlement\.timezone": found "Lima"/],
    [{ settlement: { dueBusinessDays: 61 } }, /"settlement\.dueBusinessDays": found 61.*60/],
    [{ settlement: { extraHolidays: ["2026-02-31"] } }, /"settlement\.extraHolidays\.0"/],
    [{ settlement: { sources: [SFTP, SFTP] } }, /"settlement\.sources".*different ids/],
    [{ settlement: { fees: { tiers: [] } } }, /"settlement\.fees\.tiers"/],
    [
      { settlement: { feesByProvider: { pagoefectivo: { tiers: [{ percent: "3,5" }] } } } },
      /"settlement\.feesByProvider\.pagoefectivo\.tiers\.0\.percent": found "3,5"/,
    ],
    [
      { settlement: { feesByProvider: { mercadopago: null } } },
      /"settlement\.feesByProvider": found provider "mercadopago"; allowed: pagoefectivo$/,
    ],
    [{ alerts: { language: "fr" } }, /"alerts\.language": found "fr".*"es" or "en" or "zh"/],
    [{ alerts: { email: { to: ["nobody"] } } }, /"alerts\.email\.to\.0"/],
    [
      { settlement: { sources: [{ ...SFTP, provider: "mercadopago" }] } },
      /"settlement\.sources" "portal": found provider "mercadopago"; allowed: pagoefectivo$/,
    ],
  ])("are refused by name when they are wrong: %j", (options, expected) => {
    expect(problemOf(options)).toMatch(expected)
  })

  it("never show a secret, wherever the mistake is", () => {
    const secrets = /not-a-real/
    for (const options of [
      { settlement: { sources: [SFTP, SFTP] } },
      { settlement: { sources: { ...SFTP } } },
      { settlement: { sources: [{ ...SFTP, password: 7, privateKey: "not-a-real-key" }] } },
      { alerts: { dingtalk: { webhook: "not-a-real-token", secret: "not-a-real-secret" } } },
      { alerts: [{ dingtalk: { secret: "not-a-real-secret" } }] },
    ]) {
      const problem = problemOf(options)
      expect(problem).not.toBe("none")
      expect(problem).not.toMatch(secrets)
    }
  })
})
