import { fileName } from "../file-name"

describe("a downloaded file's name", () => {
  it("is the one that the store gave it, in any script", () => {
    expect(fileName('attachment; filename="pagoefectivo-casos-2026-12-01.csv"')).toBe(
      "pagoefectivo-casos-2026-12-01.csv",
    )
    expect(
      fileName(
        `attachment; filename="pagoefectivo-??.csv"; filename*=UTF-8''pagoefectivo-%E6%89%93%E6%AC%BE.csv`,
      ),
    ).toBe("pagoefectivo-打款.csv")
    expect(fileName("")).toBeUndefined()
  })
})
