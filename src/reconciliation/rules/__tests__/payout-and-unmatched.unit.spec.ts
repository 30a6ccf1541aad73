import { line, lima, names } from "../../__tests__/facts-fixture"
import type { PayoutFacts } from "../../facts"
import { PayoutSum, reconcilePayout } from "../../reconcile-payout"
import { reconcileUnmatchedLine } from "../../reconcile-unmatched-line"

function payout(changes: Partial<PayoutFacts> = {}): PayoutFacts {
  return {
    payoutId: "po_1",
    currencyCode: "PEN",
    linesCount: 2,
    linesNet: 13_602n,
    otherCurrencyLines: 0,
    declaredTotal: 13_602n,
    bankDeposit: 13_602n,
    ...changes,
  }
}

describe("payout_mismatch", () => {
  it.each<[string, Partial<PayoutFacts>, string[]]>([
    ["all three agree", {}, []],
    ["nothing to compare with", { declaredTotal: null, bankDeposit: null }, []],
    [
      "a céntimo less in the total",
      { declaredTotal: 13_601n, bankDeposit: null },
      ["payout_mismatch/total"],
    ],
    ["a céntimo less in the bank", { bankDeposit: 13_601n }, ["payout_mismatch/bank_deposit"]],
    [
      "the bank against the lines",
      { declaredTotal: null, bankDeposit: 13_603n },
      ["payout_mismatch/bank_deposit"],
    ],
    [
      "the bank agrees with a total that the lines do not reach",
      { linesNet: 13_000n },
      ["payout_mismatch/total"],
    ],
    [
      "three different figures",
      { linesNet: 1n, declaredTotal: 2n, bankDeposit: 3n },
      ["payout_mismatch/bank_deposit", "payout_mismatch/total"],
    ],
    ["no lines for a total", { linesCount: 0, linesNet: 0n }, ["payout_mismatch/total"]],
    [
      "a total whose lines the gateway does not tell",
      { linesCount: 0, linesNet: 0n, linesUnknown: true },
      [],
    ],
    [
      "the bank against such a total",
      { linesCount: 0, linesNet: 0n, linesUnknown: true, bankDeposit: 13_601n },
      ["payout_mismatch/bank_deposit"],
    ],
    ["a negative payout", { linesNet: -500n, declaredTotal: -500n, bankDeposit: -500n }, []],
    ["lines in another currency", { otherCurrencyLines: 1 }, ["payout_mismatch/mixed_currencies"]],
  ])("%s", (_, changes, expected) => {
    expect(names(reconcilePayout(payout(changes)))).toEqual(expected)
  })

  it("is told to the céntimo, beyond 2^53 too", () => {
    const facts = payout({ linesNet: 2n ** 60n, declaredTotal: 2n ** 60n - 1n, bankDeposit: null })
    expect(reconcilePayout(facts)).toEqual([
      {
        reason: "payout_mismatch",
        detail: "total",
        key: "payout_mismatch:po_1:total",
        expected: { total: "11529215046068469.76" },
        actual: { total: "11529215046068469.75" },
        amountAtRisk: "0.01",
        currencyCode: "pen",
        payoutId: "po_1",
      },
    ])
  })

  it("is fed by a sum of lines: nets, amount − fee without one, no held lines, no other currency", () => {
    const sum = new PayoutSum("pen")
    sum.add(line({ fee: 189, net: 6800 }))
    sum.add(line({ fee: 189, net: null }))
    sum.add(line({ type: "refund", amount: -2000, fee: null, net: null }))
    sum.add(line({ status: "held", net: 6801 }))
    sum.add(line({ settlementCurrency: "usd", net: 1800 }))
    expect(sum).toMatchObject({ linesCount: 4, linesNet: 11_601n, otherCurrencyLines: 1 })
  })
})

describe("unknown_reference", () => {
  it("has the line's references and its amount", () => {
    const unmatched = { ...line({ id: "l1", payoutId: "po_1" }), externalReference: "ORD-77" }
    expect(reconcileUnmatchedLine(unmatched)).toEqual([
      {
        reason: "unknown_reference",
        key: "unknown_reference:l1",
        expected: { vouchers: "1" },
        actual: {
          vouchers: "0",
          amount: "69.90",
          type: "payment",
          external_reference: "ORD-77",
          payment_id: "2523136",
        },
        amountAtRisk: "69.90",
        currencyCode: "pen",
        lineId: "l1",
        payoutId: "po_1",
      },
    ])
  })

  it("says so when there is nothing to look for", () => {
    const bare = { ...line({ paymentId: null }), externalReference: null }
    expect(names(reconcileUnmatchedLine(bare))).toEqual(["unknown_reference/no_reference"])
  })

  it("puts a refund's amount at risk without its sign", () => {
    const refund = { ...line({ type: "refund", amount: -500 }), externalReference: "x" }
    expect(reconcileUnmatchedLine(refund)[0]).toMatchObject({
      amountAtRisk: "5.00",
      actual: { amount: "-5.00", type: "refund" },
    })
  })

  it("is also found for a line credited in the future", () => {
    const future = { ...line({ creditedAt: lima("2035-01-01 00:00") }), externalReference: "x" }
    expect(names(reconcileUnmatchedLine(future))).toEqual(["unknown_reference"])
  })
})
