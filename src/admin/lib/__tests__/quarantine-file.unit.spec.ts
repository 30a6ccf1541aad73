import { cutOut, decode, isTextFormat } from "../quarantine-file"

const REPORT = [
  "external_reference,payment_id,amount",
  "a,1,10.00",
  'b,2,"10,00',
  'soles"',
  "c,3,x",
].join("\n")

describe("cutting bad rows out of a report", () => {
  it("keeps the header and rows that go over several lines", () => {
    expect(cutOut(REPORT, [5, 3], "standard_csv")).toBe(
      'external_reference,payment_id,amount\r\nb,2,"10,00\nsoles"\r\nc,3,x\r\n',
    )
  })

  it("adds no header to a format that has none", () => {
    expect(cutOut("a|1\nb|2", [2], "pagoefectivo_txt")).toBe("b|2\r\n")
  })

  it("works on text only", () => {
    expect(isTextFormat("pagoefectivo_txt")).toBe(true)
    expect(isTextFormat("pagoefectivo_xlsx")).toBe(false)
    expect(isTextFormat(null)).toBe(false)
  })

  it("reads older systems' letters", () => {
    expect(decode(Uint8Array.from([0x4d, 0xe1, 0x73]).buffer)).toBe("Más")
    expect(decode(new TextEncoder().encode("Más").buffer as ArrayBuffer)).toBe("Más")
  })
})
