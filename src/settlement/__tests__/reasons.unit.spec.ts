import {
  bankDeposits,
  customFormat,
  exchangeRates,
  quarantined,
  readTable,
  ROW_REASONS,
  type RejectedRow,
  type TableKind,
} from ".."
import { MAX_FOUND_CHARS } from "../limits"
import { parse, quarantineOf, STANDARD_HEADER, standardRow } from "./support/parse"

/** The only row that has the optional column of rates. */
const RATED = `${standardRow({ external_reference: "rated" })},`
const OPEN_QUOTATION = `"${standardRow()}\n${"x,".repeat(5)}`

async function ofReport(rowText: string): Promise<RejectedRow> {
  const header = rowText.startsWith(RATED) ? `${STANDARD_HEADER},fx_rate` : STANDARD_HEADER
  return only(quarantineOf(await parse([header, rowText, ""].join("\n"))))
}

/** A row of a merchant's own format, which books fees as money going out. */
async function ofOwnFormat(rowText: string): Promise<RejectedRow> {
  const format = customFormat({
    id: "own",
    columns: { paymentId: "id", amount: "amount", fee: "fee", createdAt: "date" },
    dateFormat: "dd/MM/yyyy",
    decimalMark: ",",
    feeSign: "negative",
  })
  const text = ["id;amount;fee;date", rowText, ""].join("\n")
  return only(quarantineOf(await parse(text, { formats: [format] })))
}

async function ofTable<Column extends string, Row>(
  kind: TableKind<Column, Row>,
  lines: string[],
): Promise<RejectedRow> {
  return only((await readTable(Buffer.from(lines.join("\n")), kind)).quarantined)
}

const deposit = (...rows: string[]) =>
  ofTable(bankDeposits(1_000, new Date("2026-11-01T00:00:00Z")), [
    "payout_id,currency,amount,deposited_at",
    ...rows,
  ])
const rate = (...rows: string[]) => ofTable(exchangeRates, ["day,from,to,rate", ...rows])

function only(rows: RejectedRow[]): RejectedRow {
  if (!rows[0]) throw new Error("no row was set aside")
  return rows[0]
}

const ROWS: [code: keyof typeof ROW_REASONS, expected: string, row: () => Promise<RejectedRow>][] =
  [
    [
      "reference_missing",
      "a reference, a CIP or a payment id",
      () => ofReport(standardRow({ external_reference: "", payment_id: "" })),
    ],
    ["id_missing", "an id", () => deposit(",PEN,1.00,")],
    [
      "not_one_of",
      "one of settled, held, reversed",
      () => ofReport(standardRow({ status: "pagado" })),
    ],
    [
      "number_shortened",
      "the whole number: a spreadsheet has shortened this one",
      () => ofReport(standardRow({ payment_id: "1.15469E+07" })),
    ],
    [
      "not_printable",
      "at most 128 printable characters",
      () => ofReport(standardRow({ external_reference: "x".repeat(2_000) })),
    ],
    [
      "amount_not_above_zero",
      "an amount above zero for a payment",
      () => ofReport(standardRow({ amount: "-69.90" })),
    ],
    [
      "amount_not_below_zero",
      "an amount below zero for a refund",
      () => ofReport(standardRow({ type: "refund" })),
    ],
    [
      "amount_ambiguous",
      "an amount with its decimals, for example 1,234.00: this one could mean thousands or thousandths",
      () => deposit("PO-1,PEN,1.234,"),
    ],
    [
      "amount_sign_unclear",
      "an amount whose sign is a minus or nothing, for example -69.90",
      () => ofReport(standardRow({ amount: "69.90 CR" })),
    ],
    [
      "amount_in_other_currency",
      "an amount in PEN, which is the row's currency",
      () => ofReport(standardRow({ amount: "US$ 69.90" })),
    ],
    [
      "amount_too_precise",
      "an amount with at most two decimals, for example 1,234.56 or 1234.56",
      () => ofReport(standardRow({ amount: "12.3456" })),
    ],
    [
      "amount_too_large",
      "an amount up to 21474836.47",
      () => ofReport(standardRow({ amount: "99999999999" })),
    ],
    ["amount_outside_range", "an amount from 0.00 to 10.00", () => deposit("PO-1,PEN,10.01,")],
    [
      "no_amount",
      "an amount, for example 1,234.56 or 1234.56",
      () => ofReport(standardRow({ amount: "diez soles" })),
    ],
    [
      "no_amount",
      "an amount, for example 1.234,56 or 1234,56",
      () => ofOwnFormat("1;diez soles;;07/10/2026"),
    ],
    [
      "fee_below_zero",
      "a fee of zero or above for a payment",
      () => ofReport(standardRow({ fee: "-2.89" })),
    ],
    [
      "fee_above_zero",
      "a fee of zero or below for a payment",
      () => ofOwnFormat("1;69,90;2,89;07/10/2026"),
    ],
    [
      "no_currency",
      "a currency code of three letters, for example PEN",
      () => ofReport(standardRow({ currency: "SOLES" })),
    ],
    ["same_currency", "another currency than USD", () => rate("2026-10-12,USD,USD,3.7")],
    ["no_rate", "an exchange rate above zero, for example 3.7512", () => ofReport(`${RATED}0`)],
    [
      "no_date",
      "a date that exists, in ISO 8601, for example 2026-10-07T12:00:00-05:00",
      () => ofReport(standardRow({ date_created: "31/02/2026" })),
    ],
    [
      "no_date_in_format",
      "a date that exists, written dd/MM/yyyy HH:mm:ss",
      () => ofOwnFormat("1;69,90;;31/02/2026"),
    ],
    [
      "date_ambiguous",
      "a date that can mean one day only, for example 2026-10-07: this one could be two",
      () => ofReport(standardRow({ date_created: "25/10/26" })),
    ],
    ["no_day", "a day such as 2026-10-12", () => rate("ayer,USD,PEN,3.7")],
    [
      "date_in_future",
      "a date that is not in the future",
      () => ofReport(standardRow({ date_created: "2026-12-31T12:00:00Z" })),
    ],
    ["cell_count", "11 cells", () => ofReport(standardRow().split(",").slice(0, 4).join(","))],
    [
      "line_too_long",
      "a shorter line",
      () => ofReport(standardRow({ payout_id: "x".repeat(140_000) })),
    ],
    [
      "quotation_open",
      "a closing quotation mark, then the separator or the end of the line",
      () => ofReport(OPEN_QUOTATION),
    ],
    ["payout_repeated", "it once", () => deposit("PO-1,PEN,1.00,", "PO-1,PEN,2.00,")],
    ["rate_repeated", "it once", () => rate("2026-10-12,USD,PEN,3.7", "2026-10-12,USD,PEN,3.8")],
    [
      "deposit_closed",
      "a note that says why it is changed all the same",
      () =>
        Promise.resolve(
          quarantined({
            lineNumber: 2,
            column: null,
            cell: null,
            reason: { code: "deposit_closed", values: { payout: "PO-1" } },
            raw: "",
          }),
        ),
    ],
  ]

describe("why a row was set aside", () => {
  it.each(ROWS)("%s: %s", async (code, expected, row) => {
    expect(await row()).toMatchObject({ expected, reason: { code } })
  })

  it("has no code that no row gets", () => {
    expect([...new Set(ROWS.map(([code]) => code))]).toEqual(Object.keys(ROW_REASONS))
  })

  it("tells what stands in the cell, and that a blank one says nothing", async () => {
    expect(await ofReport(standardRow({ amount: "12 cells" }))).toMatchObject({
      found: "12 cells",
      reason: { values: { found: "12 cells", example: "1,234.56" } },
    })
    expect(await ofReport(standardRow({ amount: "" }))).toMatchObject({
      found: "nothing",
      reason: { values: { found: "" } },
    })
  })

  it.each(Array.from({ length: 24 }, (_, place) => place))(
    "shows no half of a character or an address, wherever it is cut (%d)",
    async (place) => {
      const others = `${"x".repeat(43)}@example.pe `.repeat(7)
      for (const filler of ["x".repeat(MAX_FOUND_CHARS - place), others + " ".repeat(40 + place)]) {
        const amount = `${filler} 😀😀 ana.quispe@example.com`
        const { found } = (await ofReport(standardRow({ amount }))) as { found: string }
        expect(found.length).toBeLessThanOrEqual(MAX_FOUND_CHARS)
        expect(found).not.toMatch(/\p{Cs}/u)
        expect(found).not.toContain("ana")
      }
    },
  )

  it("tells how many cells a row has, and on which lines something stands twice", async () => {
    expect(await ofReport("a,b")).toMatchObject({
      found: "2 cells",
      reason: { values: { cells: 2, columns: 11 } },
    })
    expect(await deposit("PO 1,PEN,1.00,", "PO 1,PEN,2.00,")).toMatchObject({
      found: "payout PO 1 in PEN on lines 2, 3",
      reason: { values: { payout: "PO 1", currency: "PEN", lines: "2, 3" } },
    })
  })

  it("keeps values as short and as free of e-mail addresses as the sentences", async () => {
    const payout = `rosa@example.pe ${"x".repeat(112)}`
    const { reason, found } = await deposit(`${payout},PEN,1.00,`, `${payout},PEN,2.00,`)
    expect(found).toContain("[e-mail]")
    expect(reason.values.payout).toMatch(/^\[e-mail\] x+…$/)
    expect(String(reason.values.payout).length).toBeLessThanOrEqual(MAX_FOUND_CHARS)
  })
})
