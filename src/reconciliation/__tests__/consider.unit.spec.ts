import fc from "fast-check"
import { considerVoucher, isSimilarReference, type ConsideredVoucher } from "../consider"
import { payerTokens } from "../suggest"
import { lima } from "./facts-fixture"

const LINE = {
  amount: 6990,
  currencyCode: "pen",
  at: lima("2026-10-05 10:00"),
  payerTokens: payerTokens("Rosa Quispe"),
  providerId: "pp_1",
  reference: "payses_01K7ABCDEFGH",
  paymentId: "2523136",
}

const consider = (changes: Partial<ConsideredVoucher>, line: Partial<typeof LINE> = {}) =>
  considerVoucher(
    { ...LINE, ...line },
    {
      ...LINE,
      voucherId: "pevou_1",
      reference: "payses_01K9ZZZZZZZZ",
      paymentId: "999",
      isSettled: false,
      sharesId: false,
      ...changes,
    },
  )

const codes = ({ against }: ReturnType<typeof consider>) => against.map(({ code }) => code)

describe("a voucher beside a row of unknown origin", () => {
  it("is alike in amount, day and payer, and was not taken for want of a code", () => {
    const found = consider({})
    expect(found).toMatchObject({ score: 1, alike: ["same_amount", "near_day", "same_payer"] })
    expect(found.against).toEqual([
      { code: "reference_differs", values: { reference: "payses_01K9ZZZZZZZZ" } },
      { code: "payment_id_differs", values: { payment_id: "999" } },
    ])
  })

  it("says by how much it is off", () => {
    const found = consider({ amount: 7340, at: lima("2026-10-08 01:00"), isSettled: true })
    expect(found.against.slice(2)).toEqual([
      { code: "amount_differs", values: { amount: "3.50" } },
      { code: "days_apart", values: { days: "3" } },
      { code: "settled_before", values: {} },
    ])
    expect(codes(consider({ payerTokens: ["juan"] }))).toContain("payer_differs")
    expect(consider({ currencyCode: "usd" })).toMatchObject({ score: 0 })
    expect(codes(consider({ currencyCode: "usd" }))).toContain("currency_differs")
  })

  it("has the row's payment id, and another gateway, or not alone", () => {
    const sameId = { paymentId: "0002523136" }
    expect(consider(sameId).alike).toContain("same_payment_id")
    expect(codes(consider({ ...sameId, providerId: "pp_2" }))).toContain("other_provider")
    expect(codes(consider({ ...sameId, sharesId: true }))).toContain("payment_id_shared")
  })

  it("can't be found where the row names neither reference nor payment", () => {
    const bare = consider({}, { reference: "", paymentId: " " })
    expect(codes(bare)).toEqual(["reference_missing", "payment_id_missing"])
  })
})

describe("a similar reference", () => {
  it.each([
    ["payses_01K7ABCDEFGH", "payses_01K7ABCDEFGH-2", true],
    ["payses_01K7ABCDEFGH", "PAYSES_01K7ABCD", true],
    ["payses_01K7ABCDEFGH", "payses_01K7ABCDEFGX", true],
    ["payses_01K7ABCDEFGH", "payses_02", false],
    ["payses", "payses", false],
    [null, "payses_01K7ABCDEFGH", false],
  ])("%s and %s: %s", (one, other, similar) => {
    expect(isSimilarReference(one, other)).toBe(similar)
  })

  it("is so both ways", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(isSimilarReference(one, other)).toBe(isSimilarReference(other, one))
      }),
    )
  })
})
