import { shownOptions } from "../../../config"
import { resolveOptions } from "../../../config/resolve-options"
import { OPTION_LANGUAGES, optionText } from "../option-text"

const MERCADO_PAGO = { accessToken: "token", webhookSecret: "secret" }

describe.each(OPTION_LANGUAGES)("what an option means in %s", (language) => {
  it("is said of each one, without marks for documents", () => {
    const options = resolveOptions(
      {
        providers: [
          { id: "a", accessKey: "a", secretKey: "b", serviceId: 1 },
          { id: "b", gateway: "mercadopago", mercadopago: MERCADO_PAGO },
        ],
      },
      {},
    )
    for (const { name } of shownOptions(options)) {
      expect([name, optionText(name, language)]).toEqual([name, expect.stringMatching(/^[^`]+$/)])
      expect(optionText(name, language)).not.toContain("](")
    }
  })
})

it("keeps the words of a link", () => {
  expect(optionText("gateway", "en")).toBe("PagoEfectivo's own API, or one of the other routes")
})
