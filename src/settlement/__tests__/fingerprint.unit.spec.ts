import fc from "fast-check"
import { countOccurrences, fingerprintOf } from ".."
import { linesOf, parse, STANDARD_HEADER, standardReport, standardRow } from "./support/parse"

describe("row fingerprints", () => {
  it("tell rows apart by every fact they state", async () => {
    const changes = {
      external_reference: "other",
      payment_id: "other",
      status: "held",
      amount: "69.91",
      currency: "USD",
      fee: "2.90",
      net: "67.02",
      date_created: "2026-10-07T12:00:01-05:00",
      date_credited: "2026-10-09T12:00:01-05:00",
      payout_id: "PO-2",
    }
    const rows = Object.entries(changes).map(([column, cell]) => standardRow({ [column]: cell }))
    const lines = linesOf(await parse(standardReport(standardRow(), ...rows)))
    expect(countOccurrences(lines).size).toBe(1 + rows.length)
  })

  it("ignore the order of rows and columns, spelling of numbers and dates, and the file's name", async () => {
    const columns = STANDARD_HEADER.split(",")
    const cells = standardRow().split(",")
    const turned = `${columns.reverse().join(";")}\n${cells.reverse().join(";")}`
    const spelled = standardReport(
      standardRow({ amount: "69.9", date_created: "2026-10-07T17:00:00.000Z", status: "SETTLED" }),
    )
    const [first] = linesOf(await parse(standardReport(standardRow())))
    expect(linesOf(await parse(turned))[0]?.fingerprint).toBe(first?.fingerprint)
    expect(linesOf(await parse(spelled, { filename: "b.csv" }))[0]?.fingerprint).toBe(
      first?.fingerprint,
    )
  })

  it("count rows that are really equal", async () => {
    const lines = linesOf(await parse(standardReport(standardRow(), standardRow())))
    expect([...countOccurrences(lines).values()]).toEqual([2])
  })

  it("can't be made equal by moving characters from one cell to the next", async () => {
    const [line] = linesOf(await parse(standardReport(standardRow())))
    if (line === undefined) throw new Error("no line")
    const text = fc.option(fc.string({ unit: "grapheme-ascii" }), { nil: null })
    fc.assert(
      fc.property(text, text, text, text, (a, b, c, d) => {
        const same = a === c && b === d
        const first = fingerprintOf({ ...line, externalReference: a, paymentId: b })
        const second = fingerprintOf({ ...line, externalReference: c, paymentId: d })
        expect(first === second).toBe(same || (blank(a, c) && blank(b, d)))
      }),
    )
  })
})

/** An empty cell and a missing one state the same. */
function blank(a: string | null, b: string | null): boolean {
  return (a ?? "") === (b ?? "")
}
