import {
  FEE_CARD,
  lima,
  line,
  names,
  only,
  reconcile,
  type FactChanges,
} from "../../__tests__/facts-fixture"
import { formatDay } from "../../../peru/lima"
import { createFeeCard } from "../../fee-card"
import type { FxPolicy } from "../../policy"

const withCard = (changes: FactChanges, feeCard = FEE_CARD) => reconcile(changes, { feeCard })

describe("fee_mismatch", () => {
  it.each<[string, FactChanges, string[]]>([
    ["as on the card", { lines: [line({ fee: 189, net: 6801 })] }, []],
    ["a céntimo more", { lines: [line({ fee: 190, net: 6800 })] }, ["fee_mismatch/overcharged"]],
    ["a céntimo less", { lines: [line({ fee: 188, net: 6802 })] }, ["fee_mismatch/undercharged"]],
    ["no IGV on it", { lines: [line({ fee: 160, net: 6830 })] }, ["fee_mismatch/undercharged"]],
    ["the report has no fees", { lines: [line({ fee: null, net: null })] }, []],
    [
      "a net that does not add up",
      { lines: [line({ fee: 189, net: 6802 })] },
      ["fee_mismatch/net_inconsistent"],
    ],
    [
      "neither fee nor net right",
      { lines: [line({ fee: 289, net: 6801 })] },
      ["fee_mismatch/overcharged"],
    ],
    ["a net without a fee", { lines: [line({ fee: null, net: 6801 })] }, []],
    [
      "instalments charged once",
      { lines: [line({ amount: 3000, fee: 189 }), line({ amount: 3990, fee: 0 })] },
      [],
    ],
    [
      "instalments charged each",
      { lines: [line({ amount: 3000, fee: 183 }), line({ amount: 3990, fee: 183 })] },
      ["fee_mismatch/overcharged"],
    ],
    [
      "a held line, charged",
      { lines: [line({ status: "held", fee: 189, creditedAt: null })] },
      ["held/settlement"],
    ],
    [
      "fees on what goes back are not on the card",
      {
        store: {
          refunds: [{ id: "r", amount: 6990, at: lima("2026-10-05 11:00"), outside: false }],
        },
        lines: [line({ fee: 189 }), line({ type: "refund", amount: -6990, fee: 50, net: -7040 })],
      },
      [],
    ],
    [
      "a refund's net that does not add up",
      {
        store: {
          refunds: [{ id: "r", amount: 6990, at: lima("2026-10-05 11:00"), outside: false }],
        },
        lines: [line({ fee: 189 }), line({ type: "refund", amount: -6990, fee: 0, net: -6900 })],
      },
      ["fee_mismatch/net_inconsistent"],
    ],
    [
      "an amount of zero, not charged",
      { lines: [line({ amount: 0, fee: 0, net: 0 })] },
      ["amount_mismatch/underpaid"],
    ],
    [
      "a line in another currency",
      { lines: [line({ currencyCode: "usd", fee: 900, net: 1 })] },
      ["currency_mismatch/settlement"],
    ],
    [
      "net in the settlement currency",
      { lines: [line({ fee: 189, net: 1800, settlementCurrency: "usd" })] },
      ["fx_mismatch/settlement_currency"],
    ],
  ])("%s", (_, changes, expected) => {
    expect(names(withCard(changes))).toEqual(expected)
  })

  it("judges each of two equal lines by its own fee", () => {
    const lines = [line({ fee: 189 }), line({ fee: 200 })]
    expect(names(withCard({ lines }))).toEqual(["duplicate_line", "fee_mismatch/overcharged"])
  })

  it("finds no fault with duplicates that are each charged right", () => {
    const lines = [line({ fee: 189 }), line({ fee: 189 })]
    expect(names(withCard({ lines }))).toEqual(["duplicate_line"])
  })

  it("does not judge what was taken back, nor the undoing of it", () => {
    const marked = [line({ status: "reversed", fee: 0 }), line({ fee: 189, paymentId: "b" })]
    expect(withCard({ lines: marked })).toEqual([])
    const back = line({ type: "reversal", amount: -6990, fee: 0 })
    const undone = line({ type: "reversal", amount: 6990, fee: 0 })
    expect(withCard({ lines: [line({ fee: 189 }), back, undone] })).toEqual([])
  })

  it("says what was charged and what the card has", () => {
    const charged = line({ fee: 239, net: 6751, payoutId: "po_1" })
    expect(only(withCard({ lines: [charged] }), "fee_mismatch")).toMatchObject({
      key: `fee_mismatch:pevou_1:${charged.id}`,
      expected: { fee: "1.89" },
      actual: { fee: "2.39" },
      amountAtRisk: "0.50",
      lineId: charged.id,
      payoutId: "po_1",
    })
    const off = only(withCard({ lines: [line({ fee: 189, net: 6701 })] }), "fee_mismatch")
    expect(off.expected).toEqual({ fee: "1.89", net: "68.01" })
    expect(off.actual).toEqual({ fee: "1.89", net: "67.01" })
    expect(off.amountAtRisk).toBe("1.00")
  })

  it("tolerates what the option says, and not a céntimo more", () => {
    const card = createFeeCard({ tiers: [{ percent: "3.5" }], tolerance: "0.05" })
    const fee = card.feeFor(6990)
    expect(withCard({ lines: [line({ fee: fee + 5 })] }, card)).toEqual([])
    expect(withCard({ lines: [line({ fee: fee - 5 })] }, card)).toEqual([])
    expect(names(withCard({ lines: [line({ fee: fee + 6 })] }, card))).toHaveLength(1)
  })

  it("checks the net also without a rate card", () => {
    expect(names(reconcile({ lines: [line({ fee: 900, net: 6090 })] }))).toEqual([])
    expect(names(reconcile({ lines: [line({ fee: 900, net: 6091 })] }))).toHaveLength(1)
  })

  it("leaves payments in other currencies than the card's alone", () => {
    const dollars: FactChanges = {
      voucher: { currencyCode: "usd" },
      gateway: { currencyCode: "USD" },
      lines: [line({ currencyCode: "usd", fee: 1 })],
    }
    expect(withCard(dollars)).toEqual([])
  })
})

describe("fx_mismatch", () => {
  const fx: FxPolicy = {
    settlementCurrency: "usd",
    bandPercent: "2",
    referenceRate: (from, to, day) =>
      `${from} ${to} ${formatDay(day)}` === "pen usd 2026-10-07" ? "0.25" : null,
  }
  const exchanged = (fxRate: string | null, changes = {}) => ({
    lines: [line({ settlementCurrency: "USD", fxRate, ...changes })],
  })
  const judged = (changes: FactChanges) => names(reconcile(changes, { fx }))

  it.each<[string, FactChanges, string[]]>([
    ["the reference itself", exchanged("0.25"), []],
    ["at the lower end of the band", exchanged("0.245"), []],
    ["at the upper end of the band", exchanged("0.255"), []],
    ["just below it", exchanged("0.2449999"), ["fx_mismatch/rate"]],
    ["just above it", exchanged("0.2550001"), ["fx_mismatch/rate"]],
    ["no rate in the report", exchanged(null), []],
    ["no reference for that day", exchanged("0.10", { creditedAt: lima("2026-10-06 12:00") }), []],
    ["not exchanged at all", { lines: [line()] }, ["fx_mismatch/settlement_currency"]],
    [
      "in a third currency",
      { lines: [line({ settlementCurrency: "eur" })] },
      ["fx_mismatch/settlement_currency"],
    ],
    [
      "a voucher in another currency is a currency mismatch only",
      exchanged("0.10", { currencyCode: "eur", settlementCurrency: "gbp" }),
      ["currency_mismatch/settlement"],
    ],
  ])("%s", (_, changes, expected) => {
    expect(judged(changes)).toEqual(expected)
  })

  it("expects each payment in its own currency when nothing was agreed", () => {
    expect(reconcile({ lines: [line({ settlementCurrency: "PEN", fxRate: "1.0" })] })).toEqual([])
    expect(names(reconcile(exchanged("0.25")))).toEqual(["fx_mismatch/settlement_currency"])
    expect(
      names(reconcile({ lines: [line({ settlementCurrency: "pen", fxRate: "0.9" })] })),
    ).toEqual(["fx_mismatch/rate"])
  })

  it("is about payments, not about what goes back", () => {
    const lines = [...exchanged("0.25").lines, line({ type: "refund", amount: -100 })]
    expect(judged({ lines })).toEqual(["refund_unexpected"])
  })

  it("puts the lost share of the amount at risk", () => {
    expect(only(reconcile(exchanged("0.20"), { fx }), "fx_mismatch")).toMatchObject({
      expected: { fx_rate: "0.25", band_percent: "2" },
      actual: { fx_rate: "0.20" },
      amountAtRisk: "13.98",
      currencyCode: "pen",
    })
  })

  it("finds the reference of Lima's day", () => {
    const late = exchanged("0.10", { creditedAt: lima("2026-10-07 23:30") })
    expect(judged(late)).toEqual(["fx_mismatch/rate"])
  })
})
