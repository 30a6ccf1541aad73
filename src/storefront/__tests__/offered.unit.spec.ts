import { isPaymentMethodOffered, pagoEfectivoMethod, type PaymentLimits } from ".."

const PROVIDER = "pp_pagoefectivo_pagoefectivo"
const LIMITS: PaymentLimits[] = [
  {
    provider_id: PROVIDER,
    currency_code: "pen",
    minimum_amount: "5.00",
    maximum_amount: "1000.00",
  },
]

describe("a method at the checkout", () => {
  it.each<[boolean, string, number | null | undefined, string | null | undefined]>([
    [false, PROVIDER, 4.99, "pen"],
    [false, PROVIDER, 4.994, "pen"],
    [true, PROVIDER, 4.995, "pen"],
    [true, PROVIDER, 5, "PEN"],
    [true, PROVIDER, 1000, "pen"],
    [true, PROVIDER, 1000.004, "pen"],
    [false, PROVIDER, 1000.01, "pen"],
    [false, PROVIDER, 0, "pen"],
    [false, PROVIDER, 100, "eur"],
    [false, PROVIDER, 100, undefined],
    [true, PROVIDER, undefined, "pen"],
    [true, "pp_stripe_stripe", 5000, "pen"],
    [true, "pp_system_default", 1, "eur"],
  ])("is offered (%s): %s for %s %s", (offered, providerId, total, currency_code) => {
    expect(isPaymentMethodOffered(providerId, { total, currency_code }, LIMITS)).toBe(offered)
  })

  it("is offered while the limits are not known: the store has the last word", () => {
    for (const limits of [undefined, null, []]) {
      expect(isPaymentMethodOffered(PROVIDER, { total: 1, currency_code: "eur" }, limits)).toBe(
        true,
      )
    }
  })

  it("says in the shopper's language what choosing it means", () => {
    expect(pagoEfectivoMethod().description).toMatch(/^Recibes un código/)
    expect(pagoEfectivoMethod("en-US").description).toMatch(/^You get a code/)
    expect(pagoEfectivoMethod("zh-CN").description).toMatch(/付款码/)
  })
})
