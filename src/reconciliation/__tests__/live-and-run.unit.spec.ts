import {
  seenDuplicatePayment,
  seenGivenBack,
  seenHeld,
  seenLatePayment,
  seenMismatch,
  seenOrphanPayment,
  seenReversal,
  type SeenPayment,
} from "../live-findings"
import type { Finding } from "../reasons"
import { facts, NOT_CAPTURED, PAID_AT, reconcile, type FactChanges } from "./facts-fixture"

type Case = [string, Partial<SeenPayment>, (seen: SeenPayment) => Finding, FactChanges]

const SHORT = { amount: 6500 }
const DOLLARS = { amount: 1900, currencyCode: "usd" }
const BOOKED_FIRST = [{ id: "pevou_0", paidAt: PAID_AT - 1, captured: true }]

/** The same fact as a notice or polling sees it, and as a run does. */
const FACTS: Case[] = [
  ["paid short", { paid: 6500 }, seenMismatch, { store: NOT_CAPTURED, gateway: SHORT }],
  [
    "paid too much",
    { paid: 8000 },
    seenMismatch,
    { store: NOT_CAPTURED, gateway: { amount: 8000 } },
  ],
  [
    "paid in dollars",
    { paid: 1900, paidCurrency: "usd" },
    seenMismatch,
    { store: NOT_CAPTURED, gateway: DOLLARS },
  ],
  [
    "paid when the order was cancelled",
    {},
    seenLatePayment,
    { store: { ...NOT_CAPTURED, orderStatus: "canceled", orderCanceledAt: PAID_AT - 1 } },
  ],
  [
    "paid without an order",
    { orderId: null },
    (seen) => seenOrphanPayment(seen, "cart_not_completed"),
    { store: { ...NOT_CAPTURED, orderId: null, orderStatus: null } },
  ],
  [
    "paid once more",
    {},
    (seen) => seenDuplicatePayment(seen, "pevou_0"),
    { store: NOT_CAPTURED, paidSiblings: BOOKED_FIRST },
  ],
  ["taken back", { captured: true }, seenReversal, { gateway: { status: "reversed" } }],
  [
    "taken back before it was booked",
    {},
    seenReversal,
    { store: NOT_CAPTURED, gateway: { status: "reversed" } },
  ],
  ["held", { captured: true }, seenHeld, { gateway: { held: true } }],
  [
    "given back elsewhere",
    { captured: true },
    (seen) => seenGivenBack(seen, { inStore: 0, atGateway: 2000 }),
    { gateway: { refunded: 2000 } },
  ],
]

describe("the amount at risk of one fact", () => {
  it.each(FACTS)("is the same whoever sees it first: %s", (_, seen, tell, changes) => {
    const { voucher } = facts({})
    const live = tell({
      voucherId: voucher.id,
      orderId: "order_1",
      promised: voucher.amount,
      promisedCurrency: voucher.currencyCode,
      paid: voucher.amount,
      paidCurrency: voucher.currencyCode,
      paidAt: null,
      captured: false,
      endedBeforeReversal: false,
      ...seen,
    })
    const found = reconcile({ ...changes, lines: [] }, {}, PAID_AT)
    const same = found.find(({ key }) => key === live.key)
    expect([same?.amountAtRisk, same?.currencyCode]).toEqual([live.amountAtRisk, live.currencyCode])
  })

  it("of what differs is the difference once it is booked", () => {
    const booked = reconcile({ gateway: SHORT, lines: [] }, {}, PAID_AT)
    expect(booked.map(({ amountAtRisk }) => amountAtRisk)).toEqual(["4.90"])
  })
})
