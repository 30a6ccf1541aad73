import { customFormat, namesPayers, readPayer } from ".."
import { standardReport, standardRow } from "./support/parse"
import { portalRow, portalWorkbook } from "./support/portal"

const bank = customFormat({
  id: "banco",
  columns: { externalReference: "Pedido", amount: "Importe" },
  payerColumns: ["Titular"],
})

describe("the payer of one row, when a person asks", () => {
  it("is read from the portal's workbook by its row", async () => {
    const source = await portalWorkbook(
      portalRow({}),
      portalRow({ "Cliente Nombre": "Rosa", "Cliente Apellidos": "Ñahui Díaz" }),
      portalRow({ "Cliente Nombre": null, "Cliente Apellidos": null }),
    )
    const payerOn = (lineNumber: number) =>
      readPayer({ source, format: "pagoefectivo_xlsx", formats: [], lineNumber })
    expect(await payerOn(13)).toBe("Rosa Ñahui Díaz")
    expect(await payerOn(14)).toBeNull()
    expect(await payerOn(99)).toBeNull()
  })

  it("is read from a merchant's own text format, however its header is written", async () => {
    const text = `pedido;importe;TITULAR\nP-1;1,00;Ana\n"P-\n2";2,00;"Luis\nPaz"\nP-3;3,00;Eva\n`
    const payerOn = (lineNumber: number) =>
      readPayer({ source: Buffer.from(text), format: "banco", formats: [bank], lineNumber })
    expect(await Promise.all([2, 3, 6, 7].map(payerOn))).toEqual(["Ana", "Luis\nPaz", "Eva", null])
  })

  it("is read by number where there is no header", async () => {
    const columns = { externalReference: 1, amount: 2 }
    const format = customFormat({ id: "sin", columns, columnsCount: 3, payerColumns: [3] })
    const source = Buffer.from("P-1;1,00;Ana\nP-2;2,00;Luis\n")
    expect(await readPayer({ source, format: "sin", formats: [format], lineNumber: 2 })).toBe(
      "Luis",
    )
  })

  it("is nobody in formats that name none", async () => {
    expect(namesPayers("standard_csv", [bank])).toBe(false)
    expect(namesPayers("banco", [bank])).toBe(true)
    const source = Buffer.from(standardReport(standardRow()))
    const format = "standard_csv"
    expect(await readPayer({ source, format, formats: [], lineNumber: 2 })).toBeNull()
  })
})
