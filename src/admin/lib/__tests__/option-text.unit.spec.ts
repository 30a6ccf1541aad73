import { optionText } from "../option-text"

describe("what an option means", () => {
  it("is said in the reader's language, without marks for documents", () => {
    expect(optionText("gateway", "en", "")).toBe(
      "PagoEfectivo's own API, or one of the other routes",
    )
    expect(optionText("voucherHours", "zhCN", "")).toMatch(/小时/)
    expect(optionText("settlement.fees", "es", "")).toMatch(/\S/)
  })

  it("is the store's English for what is not known here", () => {
    expect(optionText("newOption", "es", "What the `store` says")).toBe("What the store says")
  })
})
