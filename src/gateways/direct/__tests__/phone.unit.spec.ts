import { toWirePhone } from "../phone"

describe("toWirePhone", () => {
  it.each([
    ["+51 987 654 321", "PE", "987654321", "+51"],
    ["0051987654321", undefined, "987654321", "+51"],
    ["51987654321", "PE", "987654321", "+51"],
    ["987-654-321", undefined, "987654321", "+51"],
    ["(01) 234-5678", "pe", "012345678", "+51"],
    ["+593 99 123 4567", "PE", "991234567", "+593"],
    ["0991234567", "ec", "0991234567", "+593"],
    ["+1 (212) 555-0100", "PE", "2125550100", "+1"],
    ["987654321", "XX", "987654321", "+51"],
    ["123456", "PE", "123456", "+51"],
    ["123456789012345", "PE", "123456789012345", "+51"],
  ])("splits %s of %s", (typed, country, userPhone, userCodeCountry) => {
    expect(toWirePhone(typed, country)).toEqual({ userPhone, userCodeCountry })
  })

  it.each([
    ["987654321 anexo 12", "987654321", "+51"],
    ["987654321 Anx. 12", "987654321", "+51"],
    ["(01) 234-5678 ext. 5", "012345678", "+51"],
    ["+51 987 654 321x12", "987654321", "+51"],
    ["987654321 #12", "987654321", "+51"],
    ["987654321;ext=12", "987654321", "+51"],
    ["987654321 (anexo 12)", "987654321", "+51"],
    ["987654321 分机 12", "987654321", "+51"],
    ["234567 / 345678", "234567", "+51"],
    ["Cel. 2: 987654321", "987654321", "+51"],
    ["(+593) 99 123 4567 interno 8", "991234567", "+593"],
  ])("sends %s without what stands beside the number", (typed, userPhone, userCodeCountry) => {
    expect(toWirePhone(typed, "PE")).toEqual({ userPhone, userCodeCountry })
  })

  it.each([undefined, "", "n/a", "12345", "1234567890123456", "anexo 12"])(
    "has no number in %p",
    (typed) => {
      expect(toWirePhone(typed, "PE")).toBeNull()
    },
  )
})
