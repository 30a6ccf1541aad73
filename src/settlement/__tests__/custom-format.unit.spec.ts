import { customFormat, customFormatSchema, type CustomFormatMapping } from ".."
import { ignoredOf, linesOf, parse, quarantineOf } from "./support/parse"

const BANK: CustomFormatMapping = {
  id: "banco_andino",
  columns: {
    externalReference: "Pedido",
    amount: "Importe",
    status: "Estado",
    type: "Operación",
    createdAt: "Fecha",
    fee: "Comisión",
    currency: "Moneda",
  },
  separator: ";",
  decimalMark: ",",
  dateFormat: "dd/MM/yyyy",
  timeZone: "America/Santiago",
  statuses: { Abonado: "settled", Retenido: "held", Pendiente: "ignore" },
  types: { Venta: "payment", Devolución: "refund" },
  feeSign: "negative",
  amountSign: "unsigned",
}

describe("a merchant's own format", () => {
  const formats = [customFormat(BANK)]

  it("maps columns, words, marks, signs and the time zone", async () => {
    const text = [
      "Fecha;Pedido;Operacion;Estado;Moneda;Importe;Comisión",
      "07/10/2026 12:00:00;P-1;venta;ABONADO;PEN;1.234,56;-10,00",
      "07/07/2026 12:00;P-2;devolución;retenido;PEN;1.234;0",
      "07/07/2026;P-3;venta;pendiente;PEN;1,00;",
      "07/07/2026;P-4;venta;abonado;PEN;12.34;",
    ].join("\n")
    const events = await parse(text, { formats })
    expect(linesOf(events)).toMatchObject([
      {
        externalReference: "P-1",
        type: "payment",
        status: "settled",
        amountCentimos: 123456,
        feeCentimos: 1000,
        createdAt: new Date("2026-10-07T15:00:00Z"),
      },
      {
        externalReference: "P-2",
        type: "refund",
        status: "held",
        amountCentimos: -123400,
        createdAt: new Date("2026-07-07T16:00:00Z"),
      },
    ])
    expect(ignoredOf(events)).toEqual([
      [1, "header"],
      [4, "other_movement"],
    ])
    expect(quarantineOf(events)).toMatchObject([{ column: "Importe", found: "12.34" }])
  })

  it("takes numbered columns where there is no header", async () => {
    const plain = customFormat({
      id: "plain",
      columns: { cip: 1, amount: 2, createdAt: 3 },
      columnsCount: 3,
      dateFormat: "MM/dd/yyyy",
    })
    const events = await parse("2523136,10.00,10/07/2026\n", { formats: [plain] })
    expect(linesOf(events)).toMatchObject([
      { cip: "2523136", paymentId: "2523136", currency: "PEN", amountCentimos: 1000 },
    ])
  })

  it.each([
    ["a built-in name", { ...BANK, id: "standard_csv" }, "id"],
    ["no amount", { ...BANK, columns: { cip: "CIP" } }, "columns"],
    ["no reference at all", { ...BANK, columns: { amount: "Importe" } }, "columns"],
    ["numbers with a header", { ...BANK, columns: { cip: 1, amount: "x" } }, "columns.cip"],
    [
      "a number beyond the columns",
      { id: "x1", columns: { cip: 4, amount: 2 }, columnsCount: 3 },
      "columns.cip",
    ],
    ["status words that mean nothing", { ...BANK, statuses: {} }, "statuses"],
    ["an unknown zone", { ...BANK, timeZone: "America/Lyma" }, "timeZone"],
    ["an option that does not exist", { ...BANK, seperator: ";" }, ""],
  ])("refuses %s and names the option", (_case, mapping, path) => {
    const result = customFormatSchema.safeParse(mapping)
    expect(result.error?.issues.map((issue) => issue.path.join("."))).toContain(path)
  })
})
