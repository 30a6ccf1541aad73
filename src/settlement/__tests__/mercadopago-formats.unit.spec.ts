import { ignoredOf, linesOf, parse, quarantineOf } from "./support/parse"

const SETTLEMENT_HEADER =
  "EXTERNAL_REFERENCE;SOURCE_ID;USER_ID;PAYMENT_METHOD_TYPE;PAYMENT_METHOD;SITE;TRANSACTION_TYPE;TRANSACTION_AMOUNT;TRANSACTION_CURRENCY;TRANSACTION_DATE;FEE_AMOUNT;SETTLEMENT_NET_AMOUNT;SETTLEMENT_CURRENCY;SETTLEMENT_DATE;REAL_AMOUNT;COUPON_AMOUNT;METADATA;MKP_FEE_AMOUNT;FINANCING_FEE_AMOUNT;SHIPPING_FEE_AMOUNT;TAXES_AMOUNT;INSTALLMENTS;ORDER_ID;SHIPPING_ID;SHIPMENT_MODE;PACK_ID"

const PAYMENT =
  "ORD-1001;1234567890;44444;atm;pagoefectivo_atm;MPE;SETTLEMENT;120.50;PEN;2026-10-07T12:00:00.000-04:00;-5.02;115.48;PEN;2026-10-09T12:00:00.000-04:00;115.48;0.00;[{}];-5.02;0.00;0.00;0.00;1;;;;"

const settlement = (...rows: string[]) => [SETTLEMENT_HEADER, ...rows].join("\n")

describe("mercadopago_settlement", () => {
  it("reads a payment: offset −04:00, negative fee made positive, JSON cells passed over", async () => {
    const quoted = PAYMENT.replace("[{}]", '"[{""e"":""a;b""}]"')
    for (const row of [PAYMENT, quoted]) {
      expect(linesOf(await parse(settlement(row)))).toMatchObject([
        {
          externalReference: "ORD-1001",
          paymentId: "1234567890",
          cip: null,
          type: "payment",
          status: "settled",
          amountCentimos: 12050,
          feeCentimos: 502,
          netCentimos: 11548,
          currency: "PEN",
          settlementCurrency: "PEN",
          createdAt: new Date("2026-10-07T16:00:00Z"),
          creditedAt: new Date("2026-10-09T16:00:00Z"),
        },
      ])
    }
  })

  it.each([
    ["REFUND", { type: "refund", status: "settled", amountCentimos: -12050, feeCentimos: -502 }],
    ["CHARGEBACK", { type: "reversal", status: "reversed" }],
    ["DISPUTE", { type: "reversal", status: "held" }],
  ])("reads %s as money going back", async (kind, expected) => {
    const row = PAYMENT.replace("SETTLEMENT", kind)
      .replace(";120.50;", ";-120.50;")
      .replace(";-5.02;115.48;", ";5.02;-115.48;")
    expect(linesOf(await parse(settlement(row)))).toMatchObject([expected])
  })

  it("counts withdrawals as other movements and quarantines kinds it does not know", async () => {
    const events = await parse(
      settlement(PAYMENT.replace("SETTLEMENT", "WITHDRAWAL"), PAYMENT.replace("SETTLEMENT", "NEW")),
    )
    expect(ignoredOf(events)).toEqual([
      [1, "header"],
      [2, "other_movement"],
    ])
    expect(quarantineOf(events)).toMatchObject([{ column: "TRANSACTION_TYPE", found: "NEW" }])
  })

  it("accepts a credit announced for a day to come, not a payment from the future", async () => {
    const announced = PAYMENT.replace("2026-10-09T", "2026-12-09T")
    const dreamed = PAYMENT.replace("2026-10-07T", "2026-12-07T")
    const events = await parse(settlement(announced, dreamed))
    expect(linesOf(events)).toHaveLength(1)
    expect(quarantineOf(events)).toMatchObject([{ lineNumber: 3, column: "TRANSACTION_DATE" }])
  })
})

describe("mercadopago_release", () => {
  const HEADER =
    "DATE,SOURCE_ID,EXTERNAL_REFERENCE,RECORD_TYPE,DESCRIPTION,NET_CREDIT_AMOUNT,NET_DEBIT_AMOUNT,GROSS_AMOUNT,MP_FEE_AMOUNT,FINANCING_FEE_AMOUNT,SHIPPING_FEE_AMOUNT,TAXES_AMOUNT,COUPON_AMOUNT,INSTALLMENTS,PAYMENT_METHOD"

  it("nets credit and debit, and leaves balances and withdrawals out", async () => {
    const events = await parse(
      [
        HEADER,
        "2026-10-01T00:00:00.000-04:00,,,initial_available_balance,,500.00,0.00,,,,,,,,",
        "2026-10-09T12:00:00.000-04:00,1,ORD-1,release,payment,115.48,0.00,120.50,-5.02,0.00,0.00,0.00,0.00,1,pagoefectivo_atm",
        "2026-10-10T12:00:00.000-04:00,1,ORD-1,release,refund,0.00,20.00,-20.00,0.00,0.00,0.00,0.00,0.00,1,pagoefectivo_atm",
        "2026-10-10T12:00:00.000-04:00,2,,release,payout,0.00,95.48,-95.48,0.00,0.00,0.00,0.00,0.00,1,",
        ",,,total,,615.48,115.48,,,,,,,,",
      ].join("\n"),
    )
    expect(linesOf(events)).toMatchObject([
      {
        type: "payment",
        amountCentimos: 12050,
        feeCentimos: 502,
        netCentimos: 11548,
        createdAt: null,
        creditedAt: new Date("2026-10-09T16:00:00Z"),
      },
      { type: "refund", amountCentimos: -2000, feeCentimos: 0, netCentimos: -2000 },
    ])
    expect(ignoredOf(events).map(([, why]) => why)).toEqual([
      "header",
      "totals",
      "other_movement",
      "totals",
    ])
  })
})
