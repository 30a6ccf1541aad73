import { defaultVoucherContent, voucherContentSchema } from ".."
import { MAX_PAYMENT_POINTS, MAX_POINT_TEXT_CHARACTERS, MAX_WORDING_CHARACTERS } from "../limits"
import { en } from "../wording/en"
import { es } from "../wording/es"
import { placeholdersOf, Wording, wordingKeys } from "../wording/wording"

const message = (input: unknown) => voucherContentSchema.safeParse(input).error?.issues[0]?.message

describe("voucher content", () => {
  it("is complete by default", () => {
    expect(voucherContentSchema.parse({})).toEqual(defaultVoucherContent)
    expect(defaultVoucherContent.companyName).toBe("PagoEfectivo")
    expect(defaultVoucherContent.serviceNames.usd).toBe("PagoEfectivo Dólares")
  })

  it("takes one field and keeps the rest", () => {
    const content = voucherContentSchema.parse({ serviceNames: { pen: "Mi servicio" } })
    expect(content.serviceNames).toEqual({ pen: "Mi servicio", usd: "PagoEfectivo Dólares" })
    expect(content.paymentPoints).toEqual(defaultVoucherContent.paymentPoints)
  })

  it("refuses a wrong point, an unknown key and an unknown value, and names it", () => {
    expect(message({ paymentPoints: [] })).toBeDefined()
    expect(message({ paymentPoints: [{ name: "X", kind: "shop" }] })).toContain("online")
    expect(
      message({ paymentPoints: [{ name: "X", kind: "online", companyCode: "<1>" }] }),
    ).toContain("expected 1 to 10 digits")
    const unknown = voucherContentSchema.safeParse({ wording: { es: { "no.such": "x" } } })
    expect(unknown.error?.issues[0]?.path).toEqual(["wording", "es", "no.such"])
    expect(message({ wording: { es: { "paid.text": "{monto}" } } })).toBe(
      "found {monto}, expected {amount}",
    )
  })

  it("holds its limits", () => {
    const point = { name: "x".repeat(MAX_POINT_TEXT_CHARACTERS), kind: "online" }
    const points = (count: number) => ({ paymentPoints: Array(count).fill(point) })
    expect(message(points(MAX_PAYMENT_POINTS))).toBeUndefined()
    expect(message(points(MAX_PAYMENT_POINTS + 1))).toBeDefined()
    expect(message({ paymentPoints: [{ ...point, name: `${point.name}x` }] })).toBeDefined()
    const wording = (length: number) => ({ wording: { en: { "check.text": "x".repeat(length) } } })
    expect(message(wording(MAX_WORDING_CHARACTERS))).toBeUndefined()
    expect(message(wording(MAX_WORDING_CHARACTERS + 1))).toBeDefined()
  })
})

describe("wording", () => {
  it("uses the same values in both languages", () => {
    const names = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
    for (const key of wordingKeys) expect([key, names(en[key])]).toEqual([key, names(es[key])])
    expect(placeholdersOf("pay.online.3")).toEqual(["company", "service"])
  })

  it("puts a merchant's text in place, and fills values once only", () => {
    const wording = new Wording("es", { es: { "paid.text": "Gracias por {amount}" } })
    expect(wording.text("paid.text", { amount: "{amount}<b>" })).toBe("Gracias por {amount}<b>")
    expect(wording.html("paid.text", { amount: "<b>" }).markup).toBe("Gracias por &lt;b&gt;")
  })
})
