import type { GatewayRejectedError } from "../../errors"
import type { IssueRequest } from "../../gateway"
import { buildCipRequest } from "../create-request"
import { writeJson } from "../../shared/json"
import { REQUEST } from "./fixtures"

const SETTINGS = { serviceId: 1234, documentTypes: {} }
const build = (changes: Partial<IssueRequest> = {}, settings = {}) =>
  buildCipRequest({ ...REQUEST, ...changes }, { ...SETTINGS, ...settings })
const withPayer = (payer: Partial<IssueRequest["payer"]>, settings = {}) =>
  build({ payer: { ...REQUEST.payer, ...payer } }, settings)

function fieldsOf(changes: Partial<IssueRequest>): string[] {
  try {
    build(changes)
  } catch (error) {
    return (error as GatewayRejectedError).fields.map(({ field, code }) => `${field} ${code}`)
  }
  return []
}

describe("buildCreateRequest", () => {
  it("leaves out what it is not given", () => {
    expect(Object.keys(build({ payer: { email: "a@b.test" }, concept: " " }))).toEqual([
      "currency",
      "amount",
      "transactionCode",
      "dateExpiry",
      "userEmail",
      "userCodeCountry",
      "serviceId",
    ])
  })

  it("sends all that it is given", () => {
    const request = withPayer(
      {
        firstName: "Ana",
        lastName: "Quispe",
        countryCode: "pe",
        customerId: "cus_1",
        document: { type: "DNI", number: "12345678" },
      },
      { adminEmail: "ventas@tienda.test" },
    )
    expect(request).toMatchObject({
      adminEmail: "ventas@tienda.test",
      userId: "cus_1",
      userName: "Ana",
      userLastName: "Quispe",
      userCountry: "PERU",
      userDocumentType: "DNI",
      userDocumentNumber: "12345678",
      userPhone: "987654321",
      userCodeCountry: "+51",
    })
  })

  it.each(["0.01", "69.90", "150.00", "9999999999999999.99"])("writes %s as it is", (amount) => {
    expect(writeJson(build({ money: { amount, currency: "USD" } }))).toContain(
      `"amount":${amount},`,
    )
  })

  it("cuts texts at their limit in code points, and keeps a long concept beside", () => {
    const long = "😀".repeat(250)
    const request = build({
      concept: long,
      payer: { ...REQUEST.payer, firstName: long, lastName: long },
    })
    expect([...String(request.userName)]).toHaveLength(30)
    expect([...String(request.userLastName)]).toHaveLength(30)
    expect([...String(request.paymentConcept)]).toHaveLength(50)
    expect([...String(request.additionalData)]).toHaveLength(200)
    expect(build({ concept: "a".repeat(50) })).not.toHaveProperty("additionalData")
  })

  it("uses the fallback phone only where there is none", () => {
    const settings = { fallbackPhone: "+51 1 234 5678" }
    expect(withPayer({ phone: undefined }, settings).userPhone).toBe("12345678")
    expect(withPayer({ phone: "n/a" }, settings).userPhone).toBe("12345678")
    expect(withPayer({}, settings).userPhone).toBe("987654321")
  })

  it("takes an e-mail of 100 characters whole and refuses one of 101", () => {
    const email = `${"a".repeat(95)}@b.pe`
    expect(withPayer({ email }).userEmail).toBe(email)
    expect(fieldsOf({ payer: { email: `a${email}` } })).toEqual(["userEmail 113"])
  })

  it.each<[string, Partial<IssueRequest>, string[]]>([
    ["no e-mail", { payer: { email: " " } }, ["userEmail 112"]],
    ["no address", { payer: { email: "ana" } }, ["userEmail 113"]],
    ["no reference", { transactionCode: "" }, ["transactionCode 113"]],
    ["a long reference", { transactionCode: "x".repeat(37) }, ["transactionCode 113"]],
    ["36 characters", { transactionCode: "x".repeat(36) }, []],
    ["no time", { expiresAt: new Date(Number.NaN) }, ["dateExpiry 113"]],
    ["another currency", { money: { amount: "1.00", currency: "EUR" as "USD" } }, ["currency 113"]],
    ["zero", { money: { amount: "0.00", currency: "PEN" } }, ["amount 113"]],
  ])("judges %s", (_what, changes, fields) => {
    expect(fieldsOf(changes)).toEqual(fields)
  })

  it("never repeats the payer's data in the refusal", () => {
    expect(() => build({ payer: { email: "ana secreta" } })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("secreta") as string }),
    )
  })
})
