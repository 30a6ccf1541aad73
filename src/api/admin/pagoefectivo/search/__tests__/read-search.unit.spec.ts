import fc from "fast-check"
import { formatCentimos } from "../../../../../peru/centimos"
import { groupCip } from "../../../../../voucher/format/cip"
import { readSearch } from "../read-search"

/** The meanings that a text has, without those that it has not. */
function meanings(text: string): Record<string, unknown> {
  const { text: _text, ...terms } = readSearch(text)
  const isMeant = ([, value]: [string, unknown]) =>
    Array.isArray(value) ? value.length > 0 : value !== null
  return Object.fromEntries(Object.entries(terms).filter(isMeant))
}

const digits = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: min, maxLength: max })

describe("a searched text", () => {
  it.each<[string, Record<string, unknown>]>([
    ["#1042", { orderNumber: 1042 }],
    ["# 1042", { orderNumber: 1042 }],
    ["1042", { code: "1042", codeEnding: "1042", orderNumber: 1042 }],
    ["69.90", { amountCentimos: 6990 }],
    ["69,90", { amountCentimos: 6990 }],
    ["S/ 69.90", { amountCentimos: 6990 }],
    ["s/.69.9", { amountCentimos: 6990 }],
    ["S/\u00a01,234.50", { amountCentimos: 123450 }],
    ["US$ 1,234", { amountCentimos: 123400 }],
    ["1,234.50", { amountCentimos: 123450 }],
    ["S/ 70", { amountCentimos: 7000 }],
    ["María José Ñahui", { name: ["maria", "jose", "nahui"] }],
    ["王小明", { name: ["王小明"], emailBeginning: "王小明" }],
    ["María@Example.pe", { email: "maría@example.pe" }],
    ["maria@", { emailBeginning: "maria@" }],
    ["+51 987 654 321", { phone: "987654321" }],
    ["(01) 444-1234", { phone: "14441234" }],
    ["order_01K9ABCDEFGHJKMNPQRSTVWXYZ", { id: "order_01K9ABCDEFGHJKMNPQRSTVWXYZ" }],
    ["payses_01K9ABCDEFGHJKMNPQRSTVWXYZ-2", { id: "payses_01K9ABCDEFGHJKMNPQRSTVWXYZ-2" }],
    ["#", {}],
    ["a", {}],
  ])("%j", (text, expected) => {
    expect(meanings(text)).toEqual(expected)
  })

  it("is a code however its digits are grouped", () => {
    fc.assert(
      fc.property(
        digits(7, 14),
        fc.constantFrom("", " ", "\u00a0", ".", "-"),
        fc.constantFrom("", " ", "  "),
        (cip, between, around) => {
          const typed = around + groupCip(cip).join(between) + around
          expect(readSearch(typed)).toMatchObject({ code: cip, codeEnding: cip })
        },
      ),
    )
  })

  it("is an amount however money is written, and nothing else", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999_99 }),
        fc.constantFrom("", "S/ ", "S/", "s/.", "US$ ", "PEN "),
        fc.boolean(),
        (amount, currency, isGrouped) => {
          const plain = formatCentimos(amount)
          const written = isGrouped ? plain.replace(/\B(?=(\d{3})+\.)/g, ",") : plain
          expect(meanings(currency + written)).toEqual({ amountCentimos: amount })
        },
      ),
    )
  })

  it("is the same phone with and without Peru's prefix", () => {
    fc.assert(
      fc.property(
        digits(8, 8).map((rest) => `9${rest}`),
        fc.constantFrom("", "+51", "+51 ", "51 ", "0051 ", "(+51) "),
        (phone, prefix) => {
          expect(readSearch(prefix + phone).phone).toBe(phone)
        },
      ),
    )
  })

  it("can always be read, and never means a number that the database can't hold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), (typed) => {
        const { orderNumber, amountCentimos, code, name } = readSearch(typed)
        expect(orderNumber ?? 0).toBeLessThanOrEqual(2_147_483_647)
        expect(Number.isSafeInteger(amountCentimos ?? 0)).toBe(true)
        expect(code ?? "").toMatch(/^\d{0,14}$/)
        expect(name.length).toBeLessThanOrEqual(5)
      }),
    )
  })
})
