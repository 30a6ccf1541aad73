import { AFTER_DUE, line, lima, names } from "../../__tests__/facts-fixture"
import type { PayoutFacts } from "../../facts"
import { createPolicy } from "../../policy"
import { PayoutSum, reconcilePayout } from "../../reconcile-payout"
import { reconcileUnmatchedLine } from "../../reconcile-unmatched-line"

function payout(changes: Partial<PayoutFacts> = {}): PayoutFacts {
  return {
    providerId: "pp_1",
    payoutId: "po_1",
    currencyCode: "PEN",
    linesCount: 2,
    linesNet: 13_602n,
    otherCurrencyLines: 0,
    unreportedSince: null,
    declaredTotal: 13_602n,
    bankDeposit: 13_602n,
    ...changes,
  }
}

/** A Friday; Monday to Wednesday are the three business days after it. */
const DEPOSITED = lima("2026-11-20 10:00")

function judge(facts: PayoutFacts, now = lima("2026-11-26 09:00")) {
  return reconcilePayout(facts, createPolicy({ dueBusinessDays: 3 }), now)
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
      ["payout_mismatch/bank_deposit", "payout_mismatch/total"],
    ],
    [
      "three different figures",
      { linesNet: 1n, declaredTotal: 2n, bankDeposit: 3n },
      ["payout_mismatch/bank_deposit", "payout_mismatch/total"],
    ],
    [
      "no lines for a total",
      { linesCount: 0, linesNet: 0n, bankDeposit: null },
      ["payout_mismatch/total"],
    ],
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
    expect(names(judge(payout(changes)))).toEqual(expected)
  })

  describe("of a deposit whose payout no report tells of", () => {
    const deposit = payout({
      linesCount: 0,
      linesNet: 0n,
      linesUnknown: true,
      unreportedSince: DEPOSITED,
      declaredTotal: null,
    })

    it("waits for the report as long as a payment may take to be settled", () => {
      expect(judge(deposit, lima("2026-11-25 23:59"))).toEqual([])
      expect(judge(deposit, lima("2026-11-26 00:00"))).toEqual([
        {
          reason: "payout_mismatch",
          detail: "unreported",
          key: "payout_mismatch:pp_1:po_1:pen:unreported",
          expected: { bank_deposit: "0.00", reported_by: "2026-11-25" },
          actual: { bank_deposit: "136.02", deposited_on: "2026-11-20" },
          amountAtRisk: "136.02",
          currencyCode: "pen",
          payoutId: "po_1",
        },
      ])
    })

    it("does not wait where the collector's own statement says another total", () => {
      const stated = { ...deposit, declaredTotal: 13_603n }
      expect(names(judge(stated, DEPOSITED))).toEqual(["payout_mismatch/bank_deposit"])
    })
  })

  it("is told to the céntimo, beyond 2^53 too", () => {
    const facts = payout({ linesNet: 2n ** 60n, declaredTotal: 2n ** 60n - 1n, bankDeposit: null })
    expect(judge(facts)).toEqual([
      {
        reason: "payout_mismatch",
        detail: "total",
        key: "payout_mismatch:pp_1:po_1:pen:total",
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
    expect(reconcileUnmatchedLine(unmatched, AFTER_DUE)).toEqual([
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
    expect(names(reconcileUnmatchedLine(bare, AFTER_DUE))).toEqual([
      "unknown_reference/no_reference",
    ])
  })

  it("puts a refund's amount at risk without its sign", () => {
    const refund = { ...line({ type: "refund", amount: -500 }), externalReference: "x" }
    expect(reconcileUnmatchedLine(refund, AFTER_DUE)[0]).toMatchObject({
      amountAtRisk: "5.00",
      actual: { amount: "-5.00", type: "refund" },
    })
  })
})
