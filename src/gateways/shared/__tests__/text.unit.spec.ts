import fc from "fast-check"
import { cleanText, codePoints, cut, fitText } from "../text"

describe("cut", () => {
  it("counts an emoji as one and never halves it", () => {
    expect(cut("ab😀cd", 3)).toBe("ab😀")
  })

  it("keeps whole code points up to the limit, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(60), (text, limit) => {
        const result = cut(text, limit)
        expect(codePoints(result)).toBe(Math.min(limit, codePoints(text)))
        expect(text.startsWith(result)).toBe(true)
        expect(result).not.toMatch(/[\uD800-\uDFFF]/u)
      }),
    )
  })
})

describe("cleanText", () => {
  it.each([
    ["  María   José ", "María José"],
    ['D\'Angelo "El Ñato"', 'D\'Angelo "El Ñato"'],
    ["line\r\nbreak\tand\u0000nul", "line break and nul"],
    ["broken \ud83d half", "broken half"],
    ["Jose\u0301", "José"],
    ["   ", undefined],
    [undefined, undefined],
    [null, undefined],
  ])("cleans %j", (text, expected) => {
    expect(cleanText(text)).toBe(expected)
  })

  it("leaves no space at the cut", () => {
    expect(fitText("abc def", 4)).toBe("abc")
  })
})
