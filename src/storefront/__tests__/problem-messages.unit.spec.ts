import { PROBLEM_CODES, withProblemCode } from "../../voucher/format/problem-code"
import { pagoEfectivoErrorCode, pagoEfectivoMessage } from ".."

const ENGLISH = "PagoEfectivo is not answering right now, so no payment code was issued."
const LANGUAGES = ["es", "en", "zh"] as const

describe("why there is no code", () => {
  it.each(PROBLEM_CODES)("%s has a sentence of its own in every language", (code) => {
    for (const lang of LANGUAGES) {
      const sentence = pagoEfectivoMessage(withProblemCode(ENGLISH, code), lang)
      expect(sentence.length).toBeGreaterThan(20 / (lang === "zh" ? 2 : 1))
      expect(sentence).not.toMatch(/undefined|\[|_/)
      expect(sentence).not.toBe(pagoEfectivoMessage("something else", lang))
    }
    const [es, en, zh] = LANGUAGES.map((lang) => pagoEfectivoMessage({ code }, lang))
    expect(new Set([es, en, zh]).size).toBe(3)
    expect(es).not.toMatch(/\b(the|your|code|payment|again)\b/i)
    expect(zh).toMatch(/[\u4e00-\u9fff]/)
  })

  const message = withProblemCode(ENGLISH, "gateway_timeout")
  it.each<[string, unknown]>([
    ["the message alone", message],
    ["an error, as Medusa's client throws it", new Error(message)],
    ["an error with words in front", new Error(`Error setting up the request: ${message}`)],
    ["an error that ends in a full stop", new Error(`${message}.`)],
    ["the store's answer", { type: "invalid_data", code: "gateway_timeout", message: ENGLISH }],
    ["an open cart's answer", { type: "cart", cart: { id: "cart_1" }, error: { message } }],
  ])("is read from %s", (_, error) => {
    expect(pagoEfectivoErrorCode(error)).toBe("gateway_timeout")
    expect(pagoEfectivoMessage(error, "es-PE")).toMatch(/^PagoEfectivo no responde/)
  })

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["another method's error", new Error("Your card was declined.")],
    ["a code that is none", new Error("Oops [not_a_code]")],
    ["a code in the middle", new Error("The [gateway_timeout] happened to somebody else")],
    ["Medusa's own code", { code: "insufficient_inventory", message: "Not enough" }],
  ])("is one general sentence for %s", (_, error) => {
    expect(pagoEfectivoErrorCode(error)).toBeUndefined()
    expect(pagoEfectivoMessage(error)).toMatch(/^No pudimos generar tu código de pago/)
    expect(pagoEfectivoMessage(error, "en")).toMatch(/^We could not issue your payment code/)
  })
})
