import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { ReportError } from "../../../../../settlement"
import { stageReport, type StagedReport } from "../stage-report"

const HEADER =
  "external_reference,payment_id,status,amount,currency,fee,net,date_created,date_credited"
const ROWS = 30_000

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stage-report-"))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function stage(content: string): Promise<StagedReport> {
  const path = join(folder, "report.csv")
  await writeFile(path, content)
  const mappings: [] = []
  return stageReport({
    path,
    filename: "report.csv",
    format: "auto",
    mappings,
    payoutId: null,
    currency: null,
    maxBytes: 100_000_000,
  })
}

const row = (n: number) =>
  `payses_${n},${n},settled,69.90,PEN,2.89,67.01,2026-10-0${1 + (n % 7)}T12:00:00Z,2026-10-09T12:00:00Z`

describe("a report read in a thread of its own", () => {
  it("hands over every row once and in order, and says what they were", async () => {
    const rows = Array.from({ length: ROWS }, (_, n) => row(n))
    const report = await stage([HEADER, ...rows, "payses_x,1,settled,abc,PEN,,,,"].join("\n"))
    expect([report.format, report.timeZone]).toEqual(["standard_csv", "America/Lima"])
    let text = ""
    let piece = await report.rows.next()
    for (; !piece.done; piece = await report.rows.next())
      text += Buffer.from(piece.value).toString()
    await report.close()

    expect(piece.value).toEqual({
      lines: ROWS,
      quarantined: 1,
      ignored: 1,
      leftOut: { rows: { header: 1 }, words: {} },
      firstMs: Date.parse("2026-10-01T12:00:00Z"),
      lastMs: Date.parse("2026-10-07T12:00:00Z"),
      payouts: [],
    })
    const staged = text.trimEnd().split("\n")
    expect(staged.map((line) => Number(line.split("\t")[0]))).toEqual(
      Array.from({ length: ROWS + 1 }, (_, n) => n + 2),
    )
    expect(staged[7]).toContain("payses_7\t7\tpayment\tsettled\tpen\t6990\t289\t6701")
    expect(staged.at(-1)).toContain("\tamount\tabc\t")
  })

  it("refuses a file that is no report with the reader's own words", async () => {
    const refused = await stage("<html><body>Sign in</body></html>").catch(
      (error: unknown) => error,
    )
    expect(refused).toBeInstanceOf(ReportError)
    expect(refused).toMatchObject({
      code: "not_a_report",
      reason: { code: "not_a_table", values: { thing: "a web page (HTML)" } },
    })
  })

  it("can be given up at any row, and then hands over no more", async () => {
    const report = await stage(
      [HEADER, ...Array.from({ length: ROWS }, (_, n) => row(n))].join("\n"),
    )
    await report.rows.next()
    await report.close()
    const drain = async () => {
      let piece = await report.rows.next()
      while (!piece.done) piece = await report.rows.next()
    }
    await expect(drain()).rejects.toThrow("ended before the report's end")
  })
})
