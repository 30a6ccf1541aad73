import { toWireDocument } from "../document"

describe("toWireDocument", () => {
  it.each([
    ["DNI", "12345678", "DNI", "12345678"],
    ["dni", " 1234-5678 ", "DNI", "12345678"],
    ["DNI", "1234567", "NAN", "1234567"],
    ["passport", "ab123456", "PAS", "AB123456"],
    ["Pasaporte", "AB123456", "PAS", "AB123456"],
    ["PAR", "123", "PAR", "123"],
    ["LMI", "123", "LMI", "123"],
    ["CE", "001234567", "NAN", "001234567"],
    ["RUC", "20123456789", "NAN", "20123456789"],
    ["something", "1", "NAN", "1"],
    ["CE", "12345678901234", "NAN", "12345678901234"],
  ])("maps %s %s", (type, number, userDocumentType, userDocumentNumber) => {
    expect(toWireDocument({ type, number })).toEqual({ userDocumentType, userDocumentNumber })
  })

  it("follows the merchant's own map first", () => {
    expect(toWireDocument({ type: "ce", number: "1" }, { CE: "PAS" })?.userDocumentType).toBe("PAS")
  })

  it.each([undefined, { type: "DNI", number: "  " }, { type: "CE", number: "123456789012345" }])(
    "leaves out %j",
    (document) => {
      expect(toWireDocument(document)).toBeNull()
    },
  )
})
