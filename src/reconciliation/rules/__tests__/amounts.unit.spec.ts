import {
  lima,
  line,
  names,
  NOT_CAPTURED,
  only,
  reconcile,
  type FactChanges,
} from "../../__tests__/facts-fixture"
import { seenOverpaidOrder } from "../../live-findings"
import { MAX_DUPLICATE_SEARCH_LINES } from "../../limits"

describe("amount_mismatch", () => {
  it.each<[string, FactChanges, string[]]>([
    ["equal", {}, []],
    ["a céntimo short", { lines: [line({ amount: 6989 })] }, ["amount_mismatch/underpaid"]],
    ["a céntimo over", { lines: [line({ amount: 6991 })] }, ["amount_mismatch/overpaid"]],
    ["zero", { lines: [line({ amount: 0 })] }, ["amount_mismatch/underpaid"]],
    ["instalments that add up", { lines: [line({ amount: 3000 }), line({ amount: 3990 })] }, []],
    [
      "equal instalments that add up",
      { lines: [line({ amount: 2330 }), line({ amount: 2330 }), line({ amount: 2330 })] },
      [],
    ],
    [
      "instalments with different payment ids that add up",
      { lines: [line({ amount: 3000, paymentId: "a" }), line({ amount: 3990, paymentId: "b" })] },
      [],
    ],
    [
      "instalments that do not reach it",
      { lines: [line({ amount: 3000 }), line({ amount: 3000 })] },
      ["amount_mismatch/underpaid"],
    ],
    [
      "less at the gateway",
      { gateway: { amount: 6500 }, lines: [] },
      ["amount_mismatch/gateway_underpaid", "unsettled"],
    ],
    ["more at the gateway", { gateway: { amount: 7000 } }, ["amount_mismatch/gateway_overpaid"]],
    ["the gateway does not say", { gateway: { amount: null } }, []],
    [
      "another amount at the gateway, unpaid",
      {
        store: NOT_CAPTURED,
        gateway: { status: "waiting", amount: 6500, paidAt: null },
        lines: [],
      },
      [],
    ],
    [
      "more captured than promised",
      { store: { captured: 7000 } },
      ["amount_mismatch/captured_more"],
    ],
    [
      "short and taken back",
      { lines: [line({ amount: 6500 }), line({ type: "reversal", amount: -6500 })] },
      ["amount_mismatch/underpaid", "reversed/settlement"],
    ],
    [
      "taken back in full",
      { lines: [line(), line({ type: "reversal", amount: -6990 })] },
      ["reversed/settlement"],
    ],
    [
      "booked on an order that owed less",
      { store: { excess: 2000 } },
      ["amount_mismatch/overpaid_order"],
    ],
    [
      "the same, and the difference given back",
      { store: { excess: 2000, refunds: [{ id: "r", amount: 2000, at: 0, outside: true }] } },
      [],
    ],
    [
      "the same, and the order cancelled later: all of it is owed to the shopper, once",
      { store: { excess: 2000, orderStatus: "canceled", orderCanceledAt: 1 } },
      ["late_payment"],
    ],
    ["a negative payment", { lines: [line({ amount: -6990 })] }, ["reversed/settlement"]],
  ])("%s", (_, changes, expected) => {
    expect(names(reconcile(changes))).toEqual(expected)
  })

  it("says of an order that owed less the same live and in a run, and what is left of it", () => {
    const live = seenOverpaidOrder(
      {
        voucherId: "pevou_1",
        orderId: "order_1",
        promised: 6990,
        promisedCurrency: "pen",
        paid: 6990,
        paidCurrency: "pen",
        paidAt: null,
        captured: false,
        endedBeforeReversal: false,
      },
      2000,
    )
    expect(only(reconcile({ store: { excess: 2000 } }), "amount_mismatch")).toEqual({
      ...live,
      afterRefunds: true,
    })
    expect(live).toMatchObject({ expected: { amount: "49.90" }, amountAtRisk: "20.00" })
    const refunds = [{ id: "r", amount: 500, at: 0, outside: true }]
    expect(
      only(reconcile({ store: { excess: 2000, refunds } }), "amount_mismatch").amountAtRisk,
    ).toBe("15.00")
  })

  it("compares the line with the voucher, and the gateway beside it when it says a third thing", () => {
    const short = only(reconcile({ lines: [line({ amount: 6500 })] }), "amount_mismatch")
    expect(short).toMatchObject({
      key: "amount_mismatch:pevou_1",
      expected: { amount: "69.90" },
      actual: { amount: "65.00" },
      amountAtRisk: "4.90",
    })
    const third = reconcile({ lines: [line({ amount: 6500 })], gateway: { amount: 6600 } })
    expect(only(third, "amount_mismatch")).toMatchObject({
      expected: { amount: "69.90", gateway_amount: "69.90" },
      actual: { amount: "65.00", gateway_amount: "66.00" },
    })
    const same = reconcile({ lines: [line({ amount: 6500 })], gateway: { amount: 6500 } })
    expect(only(same, "amount_mismatch").actual).toEqual({ amount: "65.00" })
  })
})

describe("currency_mismatch", () => {
  it.each<[string, FactChanges, string[]]>([
    [
      "upper and lower case are one",
      { lines: [line({ currencyCode: "PEN" })], gateway: { currencyCode: "PEN" } },
      [],
    ],
    [
      "a line in dollars",
      { lines: [line({ currencyCode: "usd" })] },
      ["currency_mismatch/settlement"],
    ],
    [
      "a dollar voucher settled in soles",
      { voucher: { currencyCode: "usd" }, gateway: { currencyCode: "usd" } },
      ["currency_mismatch/settlement"],
    ],
    [
      "a dollar voucher settled in dollars",
      {
        voucher: { currencyCode: "usd" },
        gateway: { currencyCode: "USD" },
        lines: [line({ currencyCode: "USD" })],
      },
      [],
    ],
    ["paid in dollars", { gateway: { currencyCode: "USD" } }, ["currency_mismatch/gateway"]],
    ["the gateway does not say", { gateway: { currencyCode: null } }, []],
    [
      "one of two lines",
      { lines: [line(), line({ currencyCode: "usd" })] },
      ["currency_mismatch/settlement"],
    ],
    [
      "another amount as well",
      { lines: [line({ currencyCode: "usd", amount: 1900 })] },
      ["currency_mismatch/settlement"],
    ],
  ])("%s", (_, changes, expected) => {
    expect(names(reconcile(changes))).toEqual(expected)
  })

  it("names both currencies and the line", () => {
    const dollars = line({ currencyCode: "USD", amount: 1900, payoutId: "po_1" })
    expect(only(reconcile({ lines: [dollars] }), "currency_mismatch")).toMatchObject({
      expected: { amount: "69.90", currency_code: "pen" },
      actual: { amount: "19.00", currency_code: "usd" },
      amountAtRisk: "69.90",
      currencyCode: "pen",
      lineId: dollars.id,
      payoutId: "po_1",
    })
  })
})

describe("duplicate_line", () => {
  it.each<[string, FactChanges, string[]]>([
    [
      "three, one taken back without an id",
      {
        lines: [line(), line(), line(), line({ type: "reversal", amount: -6990, paymentId: null })],
      },
      ["duplicate_line"],
    ],
    [
      "repeats beyond what is needed",
      {
        voucher: { amount: 12_000 },
        gateway: { amount: 12_000 },
        store: { captured: 12_000 },
        lines: [line({ amount: 5000 }), line({ amount: 5000 }), line({ amount: 5000 })],
      },
      ["amount_mismatch/underpaid", "duplicate_line"],
    ],
    [
      "the repeat that fits, not the last one",
      {
        voucher: { amount: 7000 },
        gateway: { amount: 7000 },
        store: { captured: 7000 },
        lines: [
          line({ amount: 3000 }),
          line({ amount: 3000 }),
          line({ amount: 2000 }),
          line({ amount: 2000 }),
        ],
      },
      ["duplicate_line"],
    ],
    ["settled twice", { lines: [line(), line()] }, ["duplicate_line"]],
    [
      "settled three times",
      { lines: [line(), line(), line()] },
      ["duplicate_line", "duplicate_line"],
    ],
    [
      "without payment ids",
      { lines: [line({ paymentId: null }), line({ paymentId: null })] },
      ["duplicate_line"],
    ],
    [
      "one instalment twice",
      { lines: [line({ amount: 3000 }), line({ amount: 3990 }), line({ amount: 3990 })] },
      ["duplicate_line"],
    ],
    [
      "a wrong amount twice",
      { lines: [line({ amount: 6500 }), line({ amount: 6500 })] },
      ["amount_mismatch/underpaid", "duplicate_line"],
    ],
    [
      "too much, twice",
      { lines: [line({ amount: 8000 }), line({ amount: 8000 })] },
      ["amount_mismatch/overpaid", "duplicate_line"],
    ],
    [
      "once with another amount beside it",
      { lines: [line(), line({ amount: 500 })] },
      ["amount_mismatch/overpaid"],
    ],
    [
      "taken back and paid again",
      { lines: [line(), line({ type: "reversal", amount: -6990 }), line()] },
      [],
    ],
    [
      "taken back by mark and by line, and paid again",
      {
        lines: [
          line({ status: "reversed" }),
          line({ type: "reversal", amount: -6990 }),
          line({ paymentId: "b" }),
        ],
      },
      [],
    ],
    [
      "settled twice and taken back once",
      { lines: [line(), line(), line({ type: "reversal", amount: -6990 })] },
      [],
    ],
    [
      "held first, then settled",
      { lines: [line({ status: "held", creditedAt: null }), line()] },
      [],
    ],
    ["a zero line beside it", { lines: [line(), line({ amount: 0 })] }, []],
  ])("%s", (_, changes, expected) => {
    expect(names(reconcile(changes))).toEqual(expected)
  })

  it("is a case for each extra line, with its own key", () => {
    const lines = [line(), line({ payoutId: "po_2" })]
    expect(only(reconcile({ lines }), "duplicate_line")).toMatchObject({
      key: `duplicate_line:pevou_1:${lines[1]?.id}`,
      lineId: lines[1]?.id,
      payoutId: "po_2",
      expected: { amount: "0.00" },
      actual: { amount: "69.90" },
      amountAtRisk: "69.90",
    })
  })

  it("explains the excess to the céntimo with as many lines as the search allows, and with more", () => {
    for (const copies of [MAX_DUPLICATE_SEARCH_LINES, MAX_DUPLICATE_SEARCH_LINES * 3]) {
      const lines = Array.from({ length: copies + 1 }, () => line())
      const findings = reconcile({ lines })
      expect(names(findings)).toEqual(Array.from({ length: copies }, () => "duplicate_line"))
    }
  })
})

describe("duplicate_payment of one code", () => {
  it.each<[string, FactChanges, string[]]>([
    [
      "a line without an id before it",
      { lines: [line({ paymentId: null }), line({ paymentId: "b" })] },
      ["duplicate_payment/same_voucher"],
    ],
    [
      "a line without an id after it",
      { lines: [line({ paymentId: "b" }), line({ paymentId: null })] },
      ["duplicate_payment/same_voucher"],
    ],
    [
      "another payment id",
      { lines: [line({ paymentId: "a" }), line({ paymentId: "b" })] },
      ["duplicate_payment/same_voucher"],
    ],
    [
      "another id and another amount",
      { lines: [line({ paymentId: "a" }), line({ paymentId: "b", amount: 5000 })] },
      ["duplicate_payment/same_voucher"],
    ],
    [
      "the second is the right amount",
      { lines: [line({ paymentId: "a", amount: 5000 }), line({ paymentId: "b" })] },
      ["duplicate_payment/same_voucher"],
    ],
    [
      "neither is the right amount",
      { lines: [line({ paymentId: "a", amount: 6500 }), line({ paymentId: "b", amount: 6500 })] },
      ["amount_mismatch/underpaid", "duplicate_payment/same_voucher"],
    ],
    [
      "a second payment that was taken back",
      {
        lines: [
          line({ paymentId: "a" }),
          line({ paymentId: "b" }),
          line({ paymentId: "b", type: "reversal", amount: -6990 }),
        ],
      },
      [],
    ],
    [
      "three, of which the first was taken back",
      {
        lines: [
          line({ paymentId: "a" }),
          line({ paymentId: "a", type: "reversal", amount: -6990 }),
          line({ paymentId: "b" }),
          line({ paymentId: "c" }),
        ],
      },
      ["duplicate_payment/same_voucher"],
    ],
    [
      "a second payment, itself settled twice",
      { lines: [line({ paymentId: "a" }), line({ paymentId: "a" }), line({ paymentId: "b" })] },
      ["duplicate_line", "duplicate_payment/same_voucher"],
    ],
  ])("%s", (_, changes, expected) => {
    expect(names(reconcile(changes))).toEqual(expected)
  })

  it("names the payment that is extra", () => {
    const lines = [line({ paymentId: "a", amount: 5000 }), line({ paymentId: "b" })]
    expect(only(reconcile({ lines }), "duplicate_payment")).toMatchObject({
      key: "duplicate_payment:pevou_1:a",
      actual: { amount: "50.00", payment_id: "a" },
      amountAtRisk: "50.00",
      lineId: lines[0]?.id,
    })
  })

  it("is one payment, also when it came in two equal instalments", () => {
    const part = { paymentId: "a", amount: 3000 }
    const lines = [line({ paymentId: "b" }), line(part), line(part)]
    expect(only(reconcile({ lines }), "duplicate_payment").amountAtRisk).toBe("60.00")
  })

  it("is the one that was not taken back", () => {
    const lines = [
      line({ paymentId: "b" }),
      line({ paymentId: "c" }),
      line({ paymentId: "a" }),
      line({ paymentId: "a", type: "reversal", amount: -6990 }),
    ]
    expect(only(reconcile({ lines }), "duplicate_payment").key).toBe("duplicate_payment:pevou_1:c")
  })

  it("has no part in a shortage", () => {
    const lines = [line({ paymentId: "a", amount: 3000 }), line({ paymentId: "b", amount: 3000 })]
    expect(names(reconcile({ lines }, {}, lima("2026-10-07 12:00")))).toEqual([
      "amount_mismatch/underpaid",
    ])
  })
})
