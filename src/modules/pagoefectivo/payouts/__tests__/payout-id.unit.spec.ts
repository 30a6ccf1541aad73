import fc from "fast-check"
import { payoutRecordId, readPayoutRecordId } from "../payout-id"

const text = fc.string({ minLength: 1, maxLength: 100, unit: "grapheme" })

describe("a payout's id", () => {
  it("is safe in an address, and tells provider, number and currency", () => {
    fc.assert(
      fc.property(text, text, text, (provider_id, payout_id, currency_code) => {
        const key = { provider_id, payout_id, currency_code }
        const id = payoutRecordId(key)
        expect(id).toMatch(/^pepo_[A-Za-z0-9_-]+$/)
        expect(readPayoutRecordId(id)).toEqual(key)
      }),
    )
  })

  const encoded = (value: unknown) =>
    `pepo_${Buffer.from(JSON.stringify(value)).toString("base64url")}`

  it.each([
    ["", "nothing"],
    ["PO-77", "a payout's number"],
    ["pepo_", "nothing behind the prefix"],
    ["pepo_!!!", "other characters"],
    [encoded({ a: 1 }), "another document"],
    [encoded(["a", "pen"]), "too little"],
    [encoded(["a", "pen", "PO-1", "more"]), "too much"],
    [encoded(["a", "pen", 1]), "a number"],
    [encoded(["a", "", "PO-1"]), "an empty part"],
    [`${encoded(["a", "pen", "PO-1"])}=`, "the same, written otherwise"],
  ])("is not %j: %s", (id) => {
    expect(readPayoutRecordId(id)).toBeNull()
  })
})
