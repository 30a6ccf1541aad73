import { ignoredOf, linesOf, parse, quarantineOf } from "./support/parse"
import { portalRow, portalWorkbook } from "./support/portal"

const RELEASE =
  "DATE,SOURCE_ID,EXTERNAL_REFERENCE,RECORD_TYPE,DESCRIPTION,NET_CREDIT_AMOUNT,NET_DEBIT_AMOUNT,GROSS_AMOUNT,MP_FEE_AMOUNT,PAYMENT_METHOD"
const SETTLEMENT =
  "EXTERNAL_REFERENCE,SOURCE_ID,PAYMENT_METHOD,TRANSACTION_TYPE,TRANSACTION_AMOUNT,TRANSACTION_CURRENCY,TRANSACTION_DATE,FEE_AMOUNT,SETTLEMENT_NET_AMOUNT,SETTLEMENT_CURRENCY,SETTLEMENT_DATE,METADATA,TAXES_AMOUNT"

function released(description: string, method = "", type = "release"): string {
  return `2026-10-09T12:00:00.000-04:00,1234567890,ORD-1,${type},${description},0.00,5.00,-5.00,0.00,${method}`
}

const release = (...rows: string[]) => parse([RELEASE, ...rows, ""].join("\n"))

function settled(metadata: string, type = "SETTLEMENT", method = "pagoefectivo_atm"): string {
  const sign = type === "SETTLEMENT" ? "" : "-"
  return `ORD-1,1234567890,${method},${type},${sign}120.50,PEN,2026-10-07T12:00:00.000-04:00,0.00,${sign}120.50,PEN,2026-10-09T12:00:00.000-04:00,${metadata},0.00`
}

const settlement = (...rows: string[]) => parse([SETTLEMENT, ...rows, ""].join("\n"))

describe("words of Mercado Pago's reports", () => {
  it.each([
    "shipping",
    "shipping_cancel",
    "shipping_return",
    "tax_payment_iibb_cancel",
    "tax_withdholding",
    "reserve_for_debt_payment",
    "reserve_for_bpp_shipping_retur",
    "mediation_cancel",
    "chargeback_cancel",
    "fee_release_in_advance",
    "asset_management_gain",
    "credit_payment",
    "restriction",
    "pre_payout_1948976543",
    "pos_payout_1948976543",
    "SHIPPING",
  ])("know %s as another movement", async (word) => {
    expect(ignoredOf(await release(released(word)))).toContainEqual([2, "other_movement"])
  })

  it.each(["mediation", "in_mediation", "dispute"])("know %s as held money", async (word) => {
    const events = await release(released(word, "pagoefectivo_atm"))
    expect(linesOf(events)).toMatchObject([{ type: "reversal", status: "held" }])
    const [line] = linesOf(await settlement(settled("", word.toUpperCase())))
    expect(line).toMatchObject({ type: "reversal", status: "held" })
  })

  it("rule rows out by status and method before a word is looked at", async () => {
    const events = await release(
      released("brand_new", "visa"),
      released("brand_new", "pagoefectivo_atm", "block"),
      released("brand_new", "", "subtotal"),
    )
    expect(ignoredOf(events).slice(1)).toEqual([
      [2, "other_movement"],
      [3, "other_movement"],
      [4, "totals"],
    ])
  })

  it("that nobody knows are ignored by name where no payment is meant, and set aside else", async () => {
    const events = await release(
      released("brand_new"),
      released("brand_new", "pagoefectivo_atm"),
      released("payment", "", "brand_new"),
    )
    expect(events.filter(({ kind }) => kind === "ignored").slice(1)).toEqual([
      { kind: "ignored", lineNumber: 2, why: "unknown_word", word: "brand_new" },
      { kind: "ignored", lineNumber: 4, why: "unknown_word", word: "brand_new" },
    ])
    expect(quarantineOf(events)).toMatchObject([{ lineNumber: 3, column: "DESCRIPTION" }])
  })
})

describe("bare METADATA in a comma file", () => {
  it.each([
    '[{"id":1,"kind":"x, \\"y\\""}]',
    '[{"a":1},{"b":2}]',
    '{"a":[1,2,{"b":"c"}]}',
    "[{}]",
    '"[{""id"":1,""kind"":""x""}]"',
  ])("is one cell: %s", async (metadata) => {
    const events = await settlement(settled(metadata), settled("[{}]", "REFUND"))
    expect(quarantineOf(events)).toEqual([])
    expect(linesOf(events)).toMatchObject([{ amountCentimos: 12050 }, { type: "refund" }])
  })

  it("is no excuse for a row that is broken", async () => {
    const events = await settlement(settled('[{"id":1,"kind":"x"'), settled("[1,2"))
    expect(quarantineOf(events)).toHaveLength(2)
  })
})

describe("words of the portal's operations report", () => {
  it.each([
    ["Anulada", "reversal", "reversed", -3550],
    ["Expirada", "payment", "settled", 3550],
    ["Eliminada", "payment", "settled", 3550],
    ["Vencida", "payment", "settled", 3550],
  ])("%s with a date of payment is a %s", async (word, type, status, amountCentimos) => {
    const paid = portalRow({ Estado: word })
    const unpaid = portalRow({ Estado: word, "Fec.Cancelación": null })
    const events = await parse(await portalWorkbook(paid, unpaid))
    expect(linesOf(events)).toMatchObject([{ type, status, amountCentimos }])
    expect(ignoredOf(events).at(-1)).toEqual([13, "other_movement"])
  })
})
