import { parseDay } from "../../peru/lima"
import { setOutside, withSettings, type StoredSetting } from "../apply-settings"
import type { OptionsInput } from "../options-schema"
import { resolveOptions } from "../resolve-options"
import { readSetting, RUNTIME_SETTINGS, SettingValueError } from "../runtime-settings"

const KEYS = { accessKey: "AKown", secretKey: "SKown", serviceId: 1 }
const CARD = { tiers: [{ percent: "3.5" }] }
const PROVIDER = "pp_pagoefectivo_pagoefectivo"

const resolved = (input: OptionsInput = {}) => resolveOptions({ ...KEYS, ...input }, {})

function stored(name: string, value: unknown, more: Partial<StoredSetting> = {}): StoredSetting {
  return { name, value, provider_id: null, valid_from: null, ...more }
}

describe("settings that were changed in the admin", () => {
  it("take the place of what nobody configured", () => {
    const points = [{ name: "Bodega", kind: "counter" }]
    const wording = { es: { "status.paid": "¡Pagado!" } }
    const options = withSettings(resolved(), [
      stored("settlement.dueBusinessDays", 7),
      stored("alerts.email.to", ["a@example.pe"]),
      stored("voucher.content.paymentPoints", points),
      stored("voucher.content.wording", wording),
      stored("voucher.contact", "999 888 777"),
    ])
    expect(options.settlement.dueBusinessDays).toBe(7)
    expect(options.alerts.email).toEqual({ to: ["a@example.pe"] })
    expect(options.voucher.content).toMatchObject({ paymentPoints: points, wording })
    expect(options.voucher.contact).toBe("999 888 777")
  })

  it("leave everything else alone", () => {
    const options = resolved()
    expect(withSettings(options, [])).toEqual({
      ...options,
      rateCards: { common: [], own: new Map() },
    })
    expect(withSettings(options, [stored("voucherHours", 1)]).voucherHours).toBe(24)
  })

  it("do nothing where the configuration says something", () => {
    const options = resolved({
      settlement: { dueBusinessDays: 2, fees: CARD },
      alerts: { email: { to: ["code@example.pe"] } },
    })
    const changed = withSettings(options, [
      stored("settlement.dueBusinessDays", 7),
      stored("alerts.email.to", ["a@example.pe"]),
      stored("settlement.fees", { tiers: [{ percent: "9" }] }, { valid_from: "2026-10-01" }),
    ])
    expect(changed.settlement.dueBusinessDays).toBe(2)
    expect(changed.alerts.email).toEqual({ to: ["code@example.pe"] })
    expect(changed.rateCards.common).toMatchObject([{ from: null, card: CARD }])
  })

  it("date rate cards, each provider's own apart", () => {
    const day = { valid_from: "2026-10-01" }
    const { common, own } = withSettings(resolved(), [
      stored("settlement.fees", CARD, day),
      stored("settlement.fees", CARD, { ...day, provider_id: PROVIDER }),
      stored("settlement.fees", CARD, { ...day, provider_id: "pp_pagoefectivo_gone" }),
    ]).rateCards
    expect(common).toMatchObject([{ from: parseDay("2026-10-01"), card: CARD }])
    expect([...own.keys()]).toEqual([PROVIDER])
  })

  it("that are none any more are named, and not taken for something else", () => {
    const broken = stored("settlement.fees", { tiers: [] }, { valid_from: "2026-10-01" })
    expect(() => withSettings(resolved(), [broken])).toThrow(/"settlement.fees.tiers"/)
  })
})

describe("what stands in code", () => {
  it.each(RUNTIME_SETTINGS)("refuses a change of %s only there", (name) => {
    expect(setOutside(resolved(), name, null)).toBeNull()
  })

  it("is named, a provider's rate card by what it has in its place", () => {
    const own = resolved({ settlement: { feesByProvider: { pagoefectivo: null } } })
    expect(setOutside(own, "settlement.fees", PROVIDER)).toBe("settlement.feesByProvider")
    expect(setOutside(own, "settlement.fees", null)).toBeNull()
    const common = resolved({ settlement: { fees: CARD } })
    expect(setOutside(common, "settlement.fees", PROVIDER)).toBe("settlement.fees")
    const days = resolved({ settlement: { dueBusinessDays: 3 } })
    expect(setOutside(days, "settlement.dueBusinessDays", null)).toBe("settlement.dueBusinessDays")
  })
})

describe("a value that is none", () => {
  it.each([
    [
      "settlement.fees",
      { tiers: [{ percent: "abc" }] },
      '"settlement.fees.tiers.0.percent": found "abc"',
    ],
    ["settlement.dueBusinessDays", 61.5, '"settlement.dueBusinessDays": found 61.5'],
    ["alerts.email.to", ["nobody"], '"alerts.email.to.0": found "nobody"'],
    ["voucher.contact", "", '"voucher.contact": found ""'],
    ["voucher.content.paymentPoints", [], '"voucher.content.paymentPoints": found []'],
    [
      "voucher.content.wording",
      { es: { "status.paid": "{cip}" } },
      '"voucher.content.wording.es.status.paid"',
    ],
  ] as const)("of %s names the field and what was found", (name, value, told) => {
    expect(() => readSetting(name, value)).toThrow(SettingValueError)
    expect(() => readSetting(name, value)).toThrow(told)
  })
})
