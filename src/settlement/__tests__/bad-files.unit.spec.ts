import { gzipSync } from "node:zlib"
import { exchangeRates, openReport, parseReport, readTable, ReportError } from ".."
import { linesOf, NOW, parse, quarantineOf, standardReport, standardRow } from "./support/parse"

const LIMIT_LINE = 128 * 1024

describe("files that are no reports", () => {
  it.each([
    ["0 bytes", Buffer.alloc(0), "empty_file"],
    ["blanks only", Buffer.from(" \r\n\t\n"), "empty_file"],
    ["a byte-order mark only", Buffer.from("\ufeff"), "empty_file"],
    ["a web page", Buffer.from("<!DOCTYPE html><html><body>Login</body></html>"), "not_a_report"],
    ["a bare table tag", Buffer.from("\n<table><tr><td>CIP</td></tr></table>"), "not_a_report"],
    ["XML", Buffer.from('<?xml version="1.0"?><a/>'), "not_a_report"],
    ["a JSON error", Buffer.from('{"error":"unauthorized"}'), "not_a_report"],
    ["a PDF", Buffer.from("%PDF-1.7\n1 0 obj"), "not_a_report"],
    ["an old Excel file", Buffer.from("d0cf11e0a1b11ae100000000", "hex"), "not_a_report"],
    ["gzip", gzipSync("hello"), "not_a_report"],
    ["binary", Buffer.from(Array.from({ length: 512 }, (_, n) => n % 7)), "not_a_report"],
    [
      "another separator",
      Buffer.from(standardReport(standardRow()).replaceAll(",", "|")),
      "unknown_format",
    ],
    ["any other text", Buffer.from("Dear merchant,\nhere is your report.\n"), "unknown_format"],
    ["a million columns", Buffer.from(`${"a,".repeat(1_000_000)}\n`), "line_too_long"],
    ["a thousand columns", Buffer.from(`${"a,".repeat(1_000)}\n`), "too_many_columns"],
  ])("refuses %s with %s", async (_name, bytes, code) => {
    const error: unknown = await parse(bytes).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(ReportError)
    expect(error).toMatchObject({ code, message: expect.stringMatching(/found .+, expected .+/) })
  })

  it("tells programs why, with the values", async () => {
    const report = standardReport(standardRow())
    await expect(parse(report.replace("amount", "amuont"))).rejects.toMatchObject({
      code: "unknown_format",
      reason: { code: "columns_missing", values: { columns: "amount", format: "standard_csv" } },
    })
    await expect(readTable(Buffer.from("day,from\n"), exchangeRates)).rejects.toMatchObject({
      reason: { code: "table_columns_missing", values: { columns: "to, rate" } },
    })
    await expect(
      readTable(Buffer.from("day,from,to,rate,rate\n"), exchangeRates),
    ).rejects.toMatchObject({ reason: { code: "table_columns_repeated" } })
    await expect(parse("PK\u0003\u0004 and nothing more")).rejects.toMatchObject({
      code: "unreadable_spreadsheet",
      reason: { code: "archive_damaged" },
    })
  })

  it("says which column a nearly right header lacks, or has twice", async () => {
    const text = standardReport(standardRow())
    await expect(parse(text.replace("amount", "amuont"))).rejects.toThrow(
      /like that of standard_csv without amount/,
    )
    await expect(parse(text.replace("payout_id", "amount"))).rejects.toThrow(
      /column amount more than once/,
    )
  })

  it("says when a file is not in the format that was named", async () => {
    await expect(
      parse(standardReport(standardRow()), { format: "mercadopago_settlement" }),
    ).rejects.toMatchObject({ code: "format_mismatch" })
    await expect(parse("x", { format: "nonsense" })).rejects.toMatchObject({
      code: "unknown_format",
    })
  })

  it("refuses 100 MB in one line after looking at its beginning", async () => {
    let delivered = 0
    async function* endless() {
      for (; delivered < 100; delivered += 1) yield Buffer.alloc(1024 * 1024, "a")
    }
    await expect(parse(endless())).rejects.toMatchObject({ code: "line_too_long" })
    expect(delivered).toBeLessThan(3)
  })

  it("quarantines 20 MB in one line further down, keeps little of it, and goes on", async () => {
    async function* pieces() {
      yield Buffer.from(standardReport(standardRow()))
      for (let at = 0; at < 20; at += 1) yield Buffer.alloc(1024 * 1024, "a")
      yield Buffer.from(`\n${standardRow({ payment_id: "after" })}\n`)
    }
    const events = await parse(pieces())
    expect(linesOf(events).map((line) => [line.lineNumber, line.paymentId])).toEqual([
      [2, "2523136"],
      [4, "after"],
    ])
    expect(quarantineOf(events)).toMatchObject([
      { lineNumber: 3, found: expect.stringContaining(`${LIMIT_LINE} characters`) },
    ])
    expect(quarantineOf(events)[0]?.raw).toHaveLength(2_000)
  })

  it("reads a line as long as the limit and refuses one character more", async () => {
    const short = standardRow({ payout_id: "" })
    const padded = (length: number) => short + " ".repeat(length - short.length)
    expect(linesOf(await parse(standardReport(padded(LIMIT_LINE))))).toHaveLength(1)
    expect(quarantineOf(await parse(standardReport(padded(LIMIT_LINE + 1))))).toHaveLength(1)
  })

  it("stops at the byte limit", async () => {
    const text = standardReport(standardRow())
    expect(linesOf(await parse(text, { maxBytes: text.length }))).toHaveLength(1)
    await expect(parse(text, { maxBytes: text.length - 1 })).rejects.toMatchObject({
      code: "file_too_large",
    })
  })

  it("quarantines the last row of a truncated download", async () => {
    const text = standardReport(standardRow(), standardRow())
    const cut = text.slice(0, text.length - 60)
    const events = await parse(cut)
    expect(linesOf(events)).toHaveLength(1)
    expect(quarantineOf(events)).toMatchObject([{ lineNumber: 3, expected: "11 cells" }])
    const open = await parse(`${text}"payses_9,1`)
    expect(quarantineOf(open)).toMatchObject([{ lineNumber: 4 }])
  })

  it("passes on the error of a source that breaks, and closes it", async () => {
    let closed = false
    async function* breaking() {
      try {
        yield Buffer.alloc(300 * 1024, `${standardReport(standardRow())}`)
        throw new Error("connection lost")
      } finally {
        closed = true
      }
    }
    await expect(parse(breaking())).rejects.toThrow("connection lost")
    expect(closed).toBe(true)
  })

  it("reads no further than asked, and closes the source when the reader stops", async () => {
    let delivered = 0
    let closed = false
    async function* source() {
      try {
        yield Buffer.from(standardReport())
        for (; delivered < 1_000; delivered += 1) {
          yield Buffer.from(`${standardRow()}\n`.repeat(500))
        }
      } finally {
        closed = true
      }
    }
    let lines = 0
    for await (const event of parseReport({ source: source(), filename: "x", now: NOW })) {
      if (event.kind === "line") lines += 1
      if (lines === 10) break
    }
    expect(delivered).toBeLessThan(10)
    expect(closed).toBe(true)
  })

  it("closes the source of a file that it refuses, or that nobody wants to read", async () => {
    let closed = 0
    async function* endless(start: string) {
      try {
        yield Buffer.from(start)
        while (true) yield Buffer.alloc(64 * 1024, `${standardRow()}\n`)
      } finally {
        closed += 1
      }
    }
    const input = { filename: "x", now: NOW }
    await expect(openReport({ source: endless("%PDF-1.7"), ...input })).rejects.toThrow("PDF")
    expect(closed).toBe(1)
    const report = await openReport({ source: endless(standardReport()), ...input })
    await report.close()
    expect(closed).toBe(2)
  })

  it("takes as many columns as the limit and none more", async () => {
    const [header = "", row = ""] = standardReport(standardRow()).split("\n")
    const wide = (columns: number) =>
      `${header}${",x".repeat(columns - 11)}\n${row}${",".repeat(columns - 11)}`
    expect(linesOf(await parse(wide(512)))).toHaveLength(1)
    await expect(parse(wide(513))).rejects.toMatchObject({ code: "too_many_columns" })
  })
})
