import fc from "fast-check"
import { MAX_FILENAME_CHARS, plainFilename } from ".."

describe("a report's name", () => {
  it.each([
    ["liquidación octubre.csv", "liquidación octubre.csv"],
    ["liquidacio\u0301n.csv", "liquidación.csv"],
    ["../../etc/passwd", "passwd"],
    ["C:\\reportes\\abril.xlsx", "abril.xlsx"],
    ["/", "report"],
    ["..", "report"],
    ["", "report"],
    ["\u0000\r\n\t", "report"],
    ["a\u0000b\r\nSet-Cookie: x.csv", "abSet-Cookie: x.csv"],
    ["factura\u202evsc.exe", "facturavsc.exe"],
    ["media \ud83d letra.csv", "media  letra.csv"],
    ["对账.csv", "对账.csv"],
  ])("%j is kept as %j", (given, kept) => {
    expect(plainFilename(given)).toBe(kept)
  })

  it("keeps the end of a long name, with its extension, and never half a character", () => {
    const kept = plainFilename(`${"😀".repeat(300)}.csv`)
    expect([...kept]).toHaveLength(MAX_FILENAME_CHARS)
    expect(kept).toMatch(/^😀+\.csv$/u)
    expect(plainFilename("x".repeat(MAX_FILENAME_CHARS))).toHaveLength(MAX_FILENAME_CHARS)
  })

  it("is always fit for a header and for the database", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (given) => {
        const kept = plainFilename(given)
        expect(kept).not.toMatch(/[/\\\p{Cc}]/u)
        expect(kept.length).toBeGreaterThan(0)
        expect(() => encodeURIComponent(kept)).not.toThrow()
      }),
    )
  })
})
