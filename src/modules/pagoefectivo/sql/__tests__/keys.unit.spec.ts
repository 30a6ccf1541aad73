import fc from "fast-check"
import { referenceKey } from "../keys"

describe("a reference's key", () => {
  it.each([
    [" payses_01JABC ", "payses_01jabc"],
    ["PAYSES_01JABC-2", "payses_01jabc-2"],
    ["payses_01J ABC\t", "payses_01jabc"],
    ["  ", null],
    [null, null],
  ])("of %p is %p", (reference, key) => {
    expect(referenceKey(reference)).toBe(key)
  })

  it("does not change when made again", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(referenceKey(referenceKey(text))).toBe(referenceKey(text))
      }),
    )
  })
})
