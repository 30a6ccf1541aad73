import fc from "fast-check"
import type { LineFacts } from "../facts"
import { createPolicy } from "../policy"
import type { Finding } from "../reasons"
import { reconcileVoucher } from "../reconcile-voucher"
import { AFTER_DUE, facts, FEE_CARD, lima, line } from "./facts-fixture"

const POLICY = createPolicy({ feeCard: FEE_CARD })

/** What a case says, without the line that it points to. */
function told({ reason, detail, amountAtRisk, currencyCode, expected, actual }: Finding): string {
  return JSON.stringify([reason, detail ?? "", amountAtRisk, currencyCode, expected, actual])
}

function casesOf(lines: LineFacts[]): string[] {
  return reconcileVoucher(facts({ lines }), POLICY, AFTER_DUE).map(told).sort()
}

/** Days until the payment is due: none of them makes a settlement late. */
const DAYS = ["2026-10-06", "2026-10-07", "2026-10-09"].map((day) => lima(`${day} 12:00`))

/** The lines in another order, each with a day and an id of its own. */
function mixed(lines: LineFacts[]): fc.Arbitrary<LineFacts[]> {
  const names = lines.map(({ id }) => id)
  return fc
    .tuple(
      fc.shuffledSubarray(lines, { minLength: lines.length }),
      fc.shuffledSubarray(names, { minLength: lines.length }),
      fc.array(fc.constantFrom(...DAYS), { minLength: lines.length, maxLength: lines.length }),
    )
    .map(([order, ids, days]) =>
      order.map((one, at) => ({
        ...one,
        id: ids[at] as string,
        creditedAt: one.creditedAt === null ? null : (days[at] as number),
      })),
    )
}

const whole = (changes: Partial<LineFacts> = {}) => line({ fee: 189, net: 6801, ...changes })
const halves = () => [
  line({ amount: 3495, fee: 189, net: 3306 }),
  line({ amount: 3495, fee: 0, net: 3495 }),
]
const held = (changes: Partial<LineFacts> = {}) =>
  whole({ status: "held", creditedAt: null, ...changes })
const reversed = () => whole({ status: "reversed" })
const takenBack = () => line({ type: "reversal", status: "reversed", amount: -6990 })
const OVERCHARGED = { fee: 239, net: 6751 }

/** How a payment may be reported: its rows, and the cases that they are, with the amounts at risk. */
const HISTORIES: Record<string, [() => LineFacts[], string[]]> = {
  settled: [() => [whole()], []],
  "settled in halves": [halves, []],
  held: [() => [held()], ["held/settlement 69.90"]],
  "held, night after night": [() => [held(), held()], ["held/settlement 69.90"]],
  "held, then settled": [() => [held(), whole()], []],
  "held, then settled, overcharged both times": [
    () => [held(OVERCHARGED), whole(OVERCHARGED)],
    ["fee_mismatch/overcharged 0.50"],
  ],
  "settled, then reversed": [() => [whole(), reversed()], ["reversed/settlement 69.90"]],
  "held, then reversed": [() => [held(), reversed()], ["reversed/settlement 69.90"]],
  "held, settled, then reversed": [
    () => [held(), whole(), reversed()],
    ["reversed/settlement 69.90"],
  ],
  "held, settled, then taken back": [
    () => [held(), whole(), takenBack()],
    ["reversed/settlement 69.90"],
  ],
  "marked and taken back": [
    () => [whole(), reversed(), takenBack()],
    ["reversed/settlement 69.90"],
  ],
  "halves, one of them reversed": [
    () => [
      line({ amount: 3495 }),
      line({ amount: 3495 }),
      line({ amount: 3495, status: "reversed" }),
    ],
    ["reversed/settlement 34.95"],
  ],
  "halves, reversed as a whole": [() => [...halves(), reversed()], ["reversed/settlement 69.90"]],
  "settled twice": [() => [whole(), whole()], ["duplicate_line 69.90"]],
  "settled three times": [
    () => [whole(), whole(), whole()],
    ["duplicate_line 69.90", "duplicate_line 69.90"],
  ],
  "settled twice, once without its id": [
    () => [whole(), whole({ paymentId: null })],
    ["duplicate_line 69.90"],
  ],
  "settled twice, once with zeros before its id": [
    () => [whole(), whole({ paymentId: "0002523136" })],
    ["duplicate_line 69.90"],
  ],
  "settled twice, and one taken back": [() => [whole(), whole(), reversed()], []],
  "halves and the whole again": [() => [...halves(), whole()], ["duplicate_line 69.90"]],
  "a wrong amount, held and then settled": [
    () => [line({ amount: 6500, status: "held", creditedAt: null }), line({ amount: 6500 })],
    ["amount_mismatch/underpaid 4.90"],
  ],
}

function summed(lines: LineFacts[]): string[] {
  return reconcileVoucher(facts({ lines }), POLICY, AFTER_DUE)
    .map(({ reason, detail, amountAtRisk }) =>
      [reason, detail].filter(Boolean).join("/").concat(` ${amountAtRisk}`),
    )
    .sort()
}

describe("a payment's rows in any order, under any dates", () => {
  it.each(Object.entries(HISTORIES))("%s", (_, [rows, expected]) => {
    fc.assert(
      fc.property(mixed(rows()), (lines) => {
        expect(summed(lines)).toEqual(expected)
      }),
      { numRuns: 25 },
    )
  })

  it("leave a second payment of the code the one that is not its own", () => {
    const second = fc.constantFrom("1", "9999999", "zz").map((id) => whole({ paymentId: id }))
    const both = second.chain((other) => mixed([whole(), other]).map((lines) => ({ lines, other })))
    fc.assert(
      fc.property(both, ({ lines, other }) => {
        const [finding, ...more] = reconcileVoucher(facts({ lines }), POLICY, AFTER_DUE)
        expect(more).toEqual([])
        expect(finding).toMatchObject({
          reason: "duplicate_payment",
          amountAtRisk: "69.90",
          actual: { payment_id: other.paymentId },
        })
      }),
    )
  })
})

describe("any rows", () => {
  const anyLine: fc.Arbitrary<LineFacts> = fc
    .record({
      type: fc.constantFrom("payment", "payment", "payment", "refund", "reversal"),
      status: fc.constantFrom("settled", "settled", "held", "reversed"),
      amount: fc.constantFrom(6990, 3495, 5000, 3000, 3990),
      paymentId: fc.constantFrom(null, "2523136", "a", "b"),
      fee: fc.constantFrom(null, 189, 239),
      currencyCode: fc.constantFrom("pen", "pen", "pen", "usd"),
    })
    .map(({ amount, ...rest }) =>
      line({ ...rest, amount: rest.type === "payment" ? amount : -amount } as LineFacts),
    )
  const twice = fc
    .array(anyLine, { maxLength: 6 })
    .chain((lines) => fc.tuple(mixed(lines), mixed(lines)))

  it("give the same cases in any order and under any dates", () => {
    fc.assert(
      fc.property(twice, ([one, other]) => {
        expect(casesOf(one)).toEqual(casesOf(other))
      }),
      { numRuns: 1_000 },
    )
  })
})
