import iconv from "iconv-lite"
import { openReport } from ".."
import {
  ignoredOf,
  linesOf,
  NOW,
  parse,
  quarantineOf,
  STANDARD_HEADER,
  standardReport,
  standardRow,
} from "./support/parse"

async function only(cells: Record<string, string>) {
  const [line] = linesOf(await parse(standardReport(standardRow(cells))))
  if (line === undefined) throw new Error("no line")
  return line
}

async function refused(cells: Record<string, string>) {
  const events = await parse(standardReport(standardRow(cells)))
  expect(linesOf(events)).toEqual([])
  const [row] = quarantineOf(events)
  if (row === undefined) throw new Error("no quarantined row")
  return row
}

describe("standard_csv", () => {
  it("reads every column into exact céntimos and UTC instants", async () => {
    expect(await only({})).toEqual({
      lineNumber: 2,
      externalReference: "payses_01",
      paymentId: "2523136",
      cip: null,
      type: "payment",
      status: "settled",
      currency: "PEN",
      amountCentimos: 6990,
      feeCentimos: 289,
      netCentimos: 6701,
      createdAt: new Date("2026-10-07T17:00:00Z"),
      creditedAt: new Date("2026-10-09T17:00:00Z"),
      payoutId: "PO-1",
      settlementCurrency: null,
      fxRate: null,
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  it("takes columns in any order, optional ones missing, settlement currency and rate", async () => {
    const text = [
      "fx_rate,date_credited,date_created,settlement_currency,currency,amount,status,payment_id,external_reference",
      "3.7500,,2026-10-07T12:00:00Z,usd,pen,10.5,held,77,ref-1",
    ].join("\n")
    expect(linesOf(await parse(text))).toMatchObject([
      {
        fxRate: "3.75",
        settlementCurrency: "USD",
        currency: "PEN",
        amountCentimos: 1050,
        status: "held",
        type: "payment",
        feeCentimos: null,
        netCentimos: null,
        payoutId: null,
        creditedAt: null,
      },
    ])
  })

  it.each([
    ["2026-10-07T23:30:00", "2026-10-08T04:30:00.000Z"],
    ["2026-10-07 23:30", "2026-10-08T04:30:00.000Z"],
    ["2026-10-07", "2026-10-07T05:00:00.000Z"],
    ["2026-10-07T12:00:00.123Z", "2026-10-07T12:00:00.123Z"],
    ["2026-10-07T12:00:00.000-04:00", "2026-10-07T16:00:00.000Z"],
    ["2026-10-07T12:00:00+0530", "2026-10-07T06:30:00.000Z"],
    ["2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"],
  ])("reads %s, Lima's time unless it has an offset", async (written, instant) => {
    expect((await only({ date_created: written })).createdAt?.toISOString()).toBe(instant)
  })

  it.each([
    ["type refund with a negative amount", { type: "refund", amount: "-20.00" }, "refund", -2000],
    ["no type and a negative amount", { type: "", amount: "-20.00" }, "refund", -2000],
    [
      "no type and status reversed",
      { type: "", status: "reversed", amount: "-69.90" },
      "reversal",
      -6990,
    ],
    // The payment's own row, which now says what became of it.
    [
      "no type, status reversed and a positive amount",
      { type: "", status: "reversed" },
      "payment",
      6990,
    ],
    ["upper case words", { type: "PAYMENT", status: " Settled " }, "payment", 6990],
  ])("understands %s", async (_case, cells, type, amountCentimos) => {
    expect(await only(cells)).toMatchObject({ type, amountCentimos })
  })

  it("trims references and keeps their case", async () => {
    expect(await only({ external_reference: "  PaySes_01 " })).toMatchObject({
      externalReference: "PaySes_01",
    })
  })

  it("keeps a line without reference when it has a payment id, and refuses one with neither", async () => {
    expect(await only({ external_reference: "" })).toMatchObject({ externalReference: null })
    expect(await refused({ external_reference: " ", payment_id: "" })).toMatchObject({
      column: "external_reference",
      found: "nothing",
    })
  })

  it.each([
    [{ amount: "NaN" }, "amount", "NaN", /an amount, for example/],
    [{ amount: "" }, "amount", "nothing", /an amount/],
    [{ amount: "0.00" }, "amount", "0.00", /above zero for a payment/],
    [{ amount: "-5.00" }, "amount", "-5.00", /above zero for a payment/],
    [{ amount: "5.00", type: "refund" }, "amount", "5.00", /below zero for a refund/],
    [{ amount: "1.234" }, "amount", "1.234", /thousands or thousandths/],
    [{ amount: "12.345" }, "amount", "12.345", /thousands or thousandths/],
    [{ amount: "1e3" }, "amount", "1e3", /an amount/],
    [{ fee: "-1.00" }, "fee", "-1.00", /zero or above/],
    [{ currency: "soles" }, "currency", "soles", /three letters/],
    [{ currency: "" }, "currency", "nothing", /three letters/],
    [{ status: "done" }, "status", "done", /settled, held, reversed/],
    [{ status: "" }, "status", "nothing", /settled, held, reversed/],
    [{ type: "gift" }, "type", "gift", /payment, refund, reversal/],
    [{ date_created: "31/02/2026" }, "date_created", "31/02/2026", /ISO 8601/],
    [{ date_created: "2026-02-31" }, "date_created", "2026-02-31", /exists/],
    [{ date_created: "2026-10-07T24:00:00" }, "date_created", "2026-10-07T24:00:00", /exists/],
    [{ date_created: "1969-10-07" }, "date_created", "1969-10-07", /exists/],
    [{ date_created: "2026-11-03" }, "date_created", "2026-11-03", /not in the future/],
    [{ date_credited: "2028-01-01" }, "date_credited", "2028-01-01", /not in the future/],
  ])("quarantines %j", async (cells: Record<string, string>, column, found, expected) => {
    const row = await refused(cells)
    expect(row).toMatchObject({ lineNumber: 2, column, found })
    expect(row.expected).toMatch(expected)
  })

  it("reads what is to be credited on a day to come, up to a year ahead", async () => {
    const friday = await only({ date_credited: "2026-11-09" })
    expect(friday).toMatchObject({ status: "settled", creditedAt: new Date("2026-11-09T05:00Z") })
    expect(await only({ date_credited: "2027-11-01" })).toBeDefined()
  })

  it("allows a clock that is one day ahead, and not a minute more", async () => {
    expect(await only({ date_created: "2026-11-02T00:00:00Z" })).toBeDefined()
    expect(await refused({ date_created: "2026-11-02T00:01:00Z" })).toBeDefined()
  })

  it("goes on after a bad row", async () => {
    const text = standardReport(standardRow(), "a,b", standardRow({ amount: "x" }), standardRow())
    const events = await parse(text)
    expect(linesOf(events).map((line) => line.lineNumber)).toEqual([2, 5])
    expect(quarantineOf(events)).toMatchObject([
      { lineNumber: 3, column: null, found: "2 cells", expected: "11 cells", raw: "a | b" },
      { lineNumber: 4, column: "amount", found: "x" },
    ])
  })

  it("ignores totals, blank rows and a repeated header, and counts them", async () => {
    const text = standardReport(
      standardRow(),
      "",
      ",,,,,,,,,,",
      STANDARD_HEADER,
      "TOTAL,,,69.90,PEN,2.89,67.01,,,,",
      "Totales,69.90",
    )
    expect(ignoredOf(await parse(text))).toEqual([
      [1, "header"],
      [3, "blank"],
      [4, "blank"],
      [5, "header"],
      [6, "totals"],
      [7, "totals"],
    ])
  })

  it("accepts a header alone as a report without lines", async () => {
    expect(ignoredOf(await parse(STANDARD_HEADER))).toEqual([[1, "header"]])
    expect(ignoredOf(await parse(`${STANDARD_HEADER}\r\n`))).toEqual([[1, "header"]])
  })

  it("tolerates empty cells that a spreadsheet adds at the end of rows", async () => {
    expect(linesOf(await parse(standardReport(`${standardRow()},,,`)))).toHaveLength(1)
  })

  it("finds the header below lines of a title", async () => {
    const events = await parse(`Reporte de liquidación\n\n${standardReport(standardRow())}`)
    expect(linesOf(events)).toHaveLength(1)
    expect(ignoredOf(events)).toHaveLength(3)
  })

  it("tells its format and zone before any row is read", async () => {
    const source = Buffer.from(standardReport(standardRow()))
    const report = await openReport({ source, filename: "x", now: NOW })
    expect(report).toMatchObject({ format: "standard_csv", timeZone: "America/Lima" })
    await report.close()
  })
})

describe("how a text report is written", () => {
  const accented = standardRow({ external_reference: "pedido-ñandú" })
  const expected = linesOfFingerprints(standardReport(accented))

  async function linesOfFingerprints(source: string | Buffer) {
    return linesOf(await parse(source)).map((line) => line.fingerprint)
  }

  it.each([
    ["UTF-8 with a mark", Buffer.from(`\ufeff${standardReport(accented)}`)],
    ["Windows-1252", iconv.encode(standardReport(accented), "windows-1252")],
    ["UTF-16 LE with a mark", iconv.encode(standardReport(accented), "utf-16le", { addBOM: true })],
    ["UTF-16 BE with a mark", iconv.encode(standardReport(accented), "utf-16be", { addBOM: true })],
    ["UTF-16 LE without a mark", iconv.encode(standardReport(accented), "utf-16le")],
    ["UTF-16 BE without a mark", iconv.encode(standardReport(accented), "utf-16be")],
    ["CRLF", Buffer.from(standardReport(accented).replaceAll("\n", "\r\n"))],
    ["CR", Buffer.from(standardReport(accented).replaceAll("\n", "\r"))],
    ["no end of the last line", Buffer.from(standardReport(accented).trimEnd())],
    ["semicolons", Buffer.from(standardReport(accented).replaceAll(",", ";"))],
    ["tabs", Buffer.from(standardReport(accented).replaceAll(",", "\t"))],
    [
      "semicolons and decimal commas",
      Buffer.from(
        standardReport(accented)
          .replaceAll(",", ";")
          .replace(/(\d)\.(\d\d);/g, "$1,$2;"),
      ),
    ],
    [
      "quoted cells",
      Buffer.from(
        standardReport(accented)
          .split("\n")
          .map(
            (line) =>
              line &&
              line
                .split(",")
                .map((cell) => `"${cell}"`)
                .join(","),
          )
          .join("\n"),
      ),
    ],
  ])("makes no difference: %s", async (_name, bytes) => {
    expect(await linesOfFingerprints(bytes)).toEqual(await expected)
  })

  it("does not decide on an encoding before the first accent, however far below", async () => {
    const rows = Array.from({ length: 5_000 }, (_, n) => standardRow({ payment_id: `${n}` }))
    const text = standardReport(...rows, accented)
    for (const encoding of ["utf8", "windows-1252"]) {
      const lines = linesOf(await parse(iconv.encode(text, encoding)))
      expect(lines).toHaveLength(5_001)
      expect(lines.at(-1)?.externalReference).toBe("pedido-ñandú")
    }
  })

  it("drops a byte-order mark in the middle of a file", async () => {
    const events = await parse(standardReport(standardRow(), `\ufeff${standardRow()}`))
    const [first, second] = linesOf(events)
    expect(second?.fingerprint).toBe(first?.fingerprint)
  })

  it("reads each line in its own encoding when two exports were put together", async () => {
    const first = iconv.encode(standardReport(accented), "windows-1252")
    const second = Buffer.from(`\ufeff${standardReport(accented)}`)
    const events = await parse(Buffer.concat([first, second]))
    const references = linesOf(events).map((line) => line.externalReference)
    expect(references).toEqual(["pedido-ñandú", "pedido-ñandú"])
    expect(ignoredOf(events)).toEqual([
      [1, "header"],
      [3, "header"],
    ])
  })

  it.each([1, 2, 3, 7])(
    "makes no difference in how pieces arrive: %i bytes at once",
    async (size) => {
      const bytes = Buffer.from(standardReport(accented, standardRow({ payment_id: "9" })))
      async function* pieces() {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
      }
      const [first, second] = linesOf(await parse(pieces()))
      expect(first?.externalReference).toBe("pedido-ñandú")
      expect(second?.paymentId).toBe("9")
    },
  )

  it("keeps line breaks, separators and doubled marks inside quotation marks together", async () => {
    const row = standardRow({ payout_id: '"PO ""7"", second"', payment_id: "1" })
    const broken = standardRow({ type: '"payment\n"', payment_id: "2" })
    const lines = linesOf(
      await parse(standardReport(row, broken, standardRow({ payment_id: "3" }))),
    )
    expect(lines).toMatchObject([
      { lineNumber: 2, payoutId: 'PO "7", second' },
      { lineNumber: 3, paymentId: "2" },
      { lineNumber: 5, paymentId: "3" },
    ])
  })

  it("loses one line, not the rest of the file, to a quotation mark that never closes", async () => {
    const good = Array.from({ length: 200 }, (_, n) => standardRow({ payment_id: `${n}` }))
    const events = await parse(
      standardReport(good[0] ?? "", standardRow({ payout_id: '"PO-1' }), ...good.slice(1)),
    )
    expect(linesOf(events)).toHaveLength(200)
    expect(quarantineOf(events)).toMatchObject([
      { lineNumber: 3, found: expect.stringContaining("quotation mark") },
    ])
  })

  it("keeps a lone inch mark in a cell as text", async () => {
    expect(await only({ external_reference: 'caño 5"' })).toMatchObject({
      externalReference: 'caño 5"',
    })
  })

  it("quarantines a reference with bytes that are no text", async () => {
    expect(await refused({ external_reference: "a\u0000b" })).toMatchObject({
      column: "external_reference",
      raw: expect.not.stringContaining("\u0000"),
    })
  })

  it("shortens what it quotes of a bad row and leaves out e-mail addresses", async () => {
    const events = await parse(
      standardReport(
        `ana@example.com,${"x".repeat(5_000)}`,
        standardRow({ status: "y".repeat(500) }),
      ),
    )
    const [first, second] = quarantineOf(events)
    expect(first?.raw).toHaveLength(2_000)
    expect(first?.raw.startsWith("[e-mail]")).toBe(true)
    expect(second?.found).toHaveLength(120)
  })
})
