import {
  parse,
  quarantineOf,
  STANDARD_HEADER,
  standardRow,
} from "../../../settlement/__tests__/support/parse"
import { bankDeposits, exchangeRates, readTable, type TableKind } from "../../../settlement"
import en from "../../i18n/json/en.json"
import type { AdminRowProblem } from "../../../http-types"
import { quarantineText } from "../quarantine-text"

/** A translation that names itself and what is put in. */
const t = ((key: string, values: object) =>
  `${key} ${JSON.stringify(values)}`) as unknown as Parameters<typeof quarantineText>[2]

/** The only row that has the optional column of rates. */
const RATED = `${standardRow({ external_reference: "rated" })},`

async function setAside(rowText: string) {
  const header = rowText.startsWith(RATED) ? `${STANDARD_HEADER},fx_rate` : STANDARD_HEADER
  const [row] = quarantineOf(await parse([header, rowText, ""].join("\n")))
  if (!row) throw new Error("no row was set aside")
  return { ...row, line: row.lineNumber }
}

async function setAsideFrom<Column extends string, Row>(
  kind: TableKind<Column, Row>,
  lines: string[],
): Promise<AdminRowProblem> {
  const { quarantined } = await readTable(Buffer.from(lines.join("\n")), kind)
  const [row] = quarantined
  if (!row) throw new Error("no row was set aside")
  return { ...row, line: row.lineNumber }
}

const OPEN_QUOTATION = `"${standardRow()}\n${"x,".repeat(5)}`

describe("why a row was set aside", () => {
  it.each([
    ["reference", standardRow({ external_reference: "", payment_id: "" })],
    ["one_of", standardRow({ status: "pagado" })],
    ["printable", standardRow({ external_reference: "x".repeat(2_000) })],
    ["above_zero", standardRow({ amount: "-69.90" })],
    ["below_zero", standardRow({ type: "refund" })],
    ["fee_above", standardRow({ fee: "-2.89" })],
    ["decimals_needed", standardRow({ amount: "1.234" })],
    ["two_decimals", standardRow({ amount: "12.3456" })],
    ["amount", standardRow({ amount: "diez soles" })],
    ["amount_up_to", standardRow({ amount: "99999999999" })],
    ["currency", standardRow({ currency: "SOLES" })],
    ["date", standardRow({ date_created: "31/02/2026" })],
    ["not_in_future", standardRow({ date_created: "2026-12-31T12:00:00Z" })],
    ["fx_rate", `${RATED}0`],
    ["cells", standardRow().split(",").slice(0, 4).join(",")],
    ["closing_quotation", OPEN_QUOTATION],
  ])("is said in the admin's language: %s", async (name, rowText) => {
    const told = quarantineText(await setAside(rowText), "expected", t)
    expect(told).toMatch(new RegExp(`^quarantine_expected\\.${name} `))
    expect(en.quarantine_expected).toHaveProperty(name)
  })

  const MOST = 1_000
  const deposits = bankDeposits(MOST, new Date("2026-11-01T00:00:00Z"))
  const deposit = (...rows: string[]) =>
    setAsideFrom(deposits, ["payout_id,currency,amount,deposited_at", ...rows])
  const rate = (...rows: string[]) => setAsideFrom(exchangeRates, ["day,from,to,rate", ...rows])

  it.each([
    ["id", () => deposit(",PEN,1.00,")],
    ["amount", () => deposit("PO-1,PEN,,")],
    ["amount_between", () => deposit("PO-1,PEN,10.01,")],
    ["date", () => deposit("PO-1,PEN,1.00,31/02/2026")],
    ["once", () => deposit("PO-1,PEN,1.00,", "PO-1,PEN,2.00,")],
    ["date", () => rate("ayer,USD,PEN,3.7")],
    ["another_currency", () => rate("2026-10-12,USD,USD,3.7")],
    ["fx_rate", () => rate("2026-10-12,USD,PEN,0")],
  ])("is said for the merchant's own tables: %s", async (name, row) => {
    const told = quarantineText(await row(), "expected", t)
    expect(told).toMatch(new RegExp(`^quarantine_expected\\.${name} `))
    expect(en.quarantine_expected).toHaveProperty(name)
  })

  it("names what a table has twice", async () => {
    const found = async (row: Promise<AdminRowProblem>) => quarantineText(await row, "found", t)
    expect(await found(deposit("PO 1,PEN,1.00,", "PO 1,PEN,2.00,"))).toBe(
      'quarantine_found.repeated_payout {"payout":"PO 1","currency":"PEN","lines":"2, 3"}',
    )
    expect(await found(rate("2026-10-12,USD,PEN,3.7", "2026-10-12,USD,PEN,3.8"))).toBe(
      'quarantine_found.repeated_rate {"day":"2026-10-12","from":"USD","to":"PEN","lines":"2, 3"}',
    )
  })

  it("leaves what stands in the file as it is, and says in words that nothing does", async () => {
    const found = async (cells: Record<string, string>) =>
      quarantineText(await setAside(standardRow(cells)), "found", t)
    expect(await found({ amount: "12 cells" })).toBe("12 cells")
    expect(await found({ amount: "" })).toBe("quarantine_found.nothing {}")
  })

  it("keeps the store's own words where it knows none", () => {
    const row = { line: 2, column: null, found: "x", expected: "something new", raw: "" }
    expect(quarantineText(row, "expected", t)).toBe("something new")
  })
})
