import fc from "fast-check"
import type { GatewayVoucherState } from "../../../../gateways/gateway"
import {
  applyGatewayState,
  asUnpayable,
  endedBeforeReversal,
  isPayable,
  paidInFull,
} from "../voucher-state"
import type { VoucherRow, StoredVoucherStatus } from "../../types"
import { EXPIRES_AT, gatewayState, ISSUED_AT, voucherRow } from "./voucher-fixture"

const BEFORE = new Date("2026-10-10T18:00:00.000Z")
const AFTER = new Date("2026-10-11T18:00:00.000Z")
const PAID_AT = new Date("2026-10-10T17:55:00.000Z")
const SOLES = { amount: "69.90", currency: "PEN" } as const

const paid = gatewayState({
  status: "paid",
  money: SOLES,
  paidAt: PAID_AT,
  rawStatus: "Cancelado.",
})

const RULES = { waitingAfterPaidIsReversal: true }

function apply(voucher: VoucherRow, state: GatewayVoucherState, now: Date = BEFORE): VoucherRow {
  return { ...voucher, ...applyGatewayState(voucher, state, RULES, now).changes }
}

const OPEN = voucherRow()
const EXPIRED = voucherRow({ status: "expired" })
const CLOSED = voucherRow({ status: "expired", closed_at: AFTER })
const VOIDED = voucherRow({ status: "voided", closed_at: BEFORE })
const PAID = apply(OPEN, paid)
const CAPTURED = voucherRow({ ...PAID, captured_at: BEFORE })
const REVERSED = voucherRow({ ...PAID, status: "reversed", reversed_at: AFTER })

describe("what the gateway says of the money of a payment", () => {
  it("is kept: what was given back, and since when it is held", () => {
    const refunded = { amount: "30.00", currency: "PEN" } as const
    const disputed = apply(CAPTURED, { ...paid, refunded, held: true })
    expect(disputed).toMatchObject({ status: "paid", refunded_centimos: 3000, held_at: BEFORE })
    const later = apply(disputed, { ...paid, held: true }, AFTER)
    expect(later).toMatchObject({ refunded_centimos: 3000, held_at: BEFORE })
    expect(apply(later, { ...paid, held: false }).held_at).toBeNull()
    expect(apply(later, gatewayState({ status: "unknown" })).held_at).toEqual(BEFORE)
  })
})

describe("applyGatewayState", () => {
  it.each<[string, VoucherRow, GatewayVoucherState["status"], StoredVoucherStatus, string | null]>([
    ["waiting", OPEN, "waiting", "waiting", null],
    ["waiting", OPEN, "paid", "paid", "paid"],
    ["waiting", OPEN, "voided", "voided", "closed"],
    ["waiting", OPEN, "reversed", "reversed", "reversed"],
    ["waiting", OPEN, "not_found", "waiting", null],
    ["waiting", OPEN, "unknown", "waiting", null],
    ["expired", EXPIRED, "waiting", "expired", null],
    ["expired", EXPIRED, "paid", "paid", "paid"],
    ["expired", EXPIRED, "expired", "expired", "closed"],
    ["expired, closed", CLOSED, "expired", "expired", null],
    ["expired, closed", CLOSED, "paid", "paid", "paid"],
    ["voided", VOIDED, "voided", "voided", null],
    ["voided", VOIDED, "waiting", "voided", null],
    ["voided", VOIDED, "paid", "paid", "paid"],
    ["paid", PAID, "paid", "paid", null],
    ["paid", PAID, "waiting", "reversed", "reversed"],
    ["paid", PAID, "reversed", "reversed", "reversed"],
    ["paid", PAID, "expired", "paid", null],
    ["paid", PAID, "voided", "paid", null],
    ["waiting", OPEN, "refunded", "voided", "closed"],
    ["expired", EXPIRED, "refunded", "expired", "closed"],
    ["paid, not booked", PAID, "refunded", "reversed", "reversed"],
    ["paid, booked", CAPTURED, "refunded", "paid", null],
    ["paid", PAID, "not_found", "paid", null],
    ["paid", PAID, "unknown", "paid", null],
    ["reversed", REVERSED, "reversed", "reversed", null],
    ["reversed", REVERSED, "waiting", "reversed", null],
    ["reversed", REVERSED, "expired", "reversed", null],
    ["reversed", REVERSED, "paid", "paid", "paid"],
  ])("%s (%#) + the gateway's word", (_, voucher, status, expected, transition) => {
    const answer = gatewayState({ status, money: SOLES })
    const result = applyGatewayState(voucher, answer, RULES, BEFORE)
    expect(apply(voucher, answer).status).toBe(expected)
    expect(result.transition).toBe(transition)
  })

  it("takes an old answer for none where a payment can't wait again", () => {
    const rules = { waitingAfterPaidIsReversal: false }
    const stale = gatewayState({ status: "waiting", money: SOLES })
    for (const voucher of [PAID, CAPTURED, OPEN]) {
      const { changes, transition } = applyGatewayState(voucher, stale, rules, BEFORE)
      expect(transition).toBeNull()
      expect(changes).not.toHaveProperty("status")
    }
  })

  it("keeps what was paid, in céntimos, and when", () => {
    expect(apply(OPEN, paid)).toMatchObject({
      paid_at: PAID_AT,
      paid_centimos: 6990,
      paid_currency_code: "pen",
      gateway_status: "Cancelado.",
      checked_at: BEFORE,
    })
  })

  it("takes the present for a payment without a date", () => {
    expect(apply(OPEN, { ...paid, paidAt: null }).paid_at).toEqual(BEFORE)
  })

  it("counts a code that the gateway closes as expired after its deadline, as voided before it", () => {
    const voided = gatewayState({ status: "voided" })
    expect(apply(OPEN, voided, BEFORE).status).toBe("voided")
    expect(apply(OPEN, voided, new Date(EXPIRES_AT.getTime() - 1)).status).toBe("voided")
    expect(apply(OPEN, voided, EXPIRES_AT).status).toBe("expired")
    expect(apply(voucherRow({ closing_reason: "deadline" }), voided, BEFORE).status).toBe("expired")
  })
})

describe("closeVoucher", () => {
  it("closes a code once", () => {
    const { changes, transition } = asUnpayable(OPEN, BEFORE)
    expect(transition).toBe("closed")
    expect(asUnpayable({ ...OPEN, ...changes }, AFTER)).toEqual({
      changes: {},
      transition: null,
    })
  })

  it.each([PAID, REVERSED, VOIDED])("leaves a code alone that is not payable (%#)", (voucher) => {
    expect(asUnpayable(voucher, AFTER)).toEqual({ changes: {}, transition: null })
  })
})

describe("isPayable", () => {
  it.each([
    [OPEN, true],
    [EXPIRED, true],
    [CLOSED, false],
    [VOIDED, false],
    [PAID, false],
    [REVERSED, false],
  ])("%#", (voucher, expected) => expect(isPayable(voucher)).toBe(expected))
})

describe("paidInFull", () => {
  it.each<[string, Partial<VoucherRow>, boolean]>([
    ["the amount", {}, true],
    ["one céntimo less", { paid_centimos: 6989 }, false],
    ["one céntimo more", { paid_centimos: 6991 }, false],
    ["dollars", { paid_currency_code: "usd" }, false],
    ["nobody knows how much", { paid_centimos: null }, false],
    ["nobody knows in what", { paid_currency_code: null }, false],
    ["taken back", { status: "reversed" }, false],
    ["not paid", { status: "waiting" }, false],
  ])("%s", (_, changes, expected) => {
    expect(paidInFull({ ...PAID, ...changes })).toBe(expected)
  })
})

describe("whatever the gateway says, in whatever order", () => {
  const STATUSES = [
    "waiting",
    "paid",
    "expired",
    "voided",
    "reversed",
    "refunded",
    "not_found",
    "unknown",
  ] as const
  const LEGAL: Record<StoredVoucherStatus, readonly StoredVoucherStatus[]> = {
    waiting: ["waiting", "paid", "expired", "voided", "reversed"],
    expired: ["expired", "paid", "reversed"],
    voided: ["voided", "paid", "reversed"],
    paid: ["paid", "reversed"],
    reversed: ["reversed", "paid"],
  }
  const money = fc.option(
    fc.record({
      amount: fc.integer({ min: 1, max: 999_999_999 }).map((n) => (n / 100).toFixed(2)),
      currency: fc.constantFrom("PEN" as const, "USD" as const),
    }),
  )
  const answer = fc.record({
    state: fc.record({
      status: fc.constantFrom(...STATUSES),
      rawStatus: fc.option(fc.string()),
      money,
      paidAt: fc.option(fc.date({ min: ISSUED_AT, max: AFTER, noInvalidDate: true })),
    }),
    /** Milliseconds since the last answer: from at once to days. */
    pause: fc.integer({ min: 0, max: 5 * 86_400_000 }),
  })
  const closing = fc.constantFrom(null, "deadline" as const, "order_canceled" as const)

  function play(
    answers: { state: Partial<GatewayVoucherState>; pause: number }[],
    first: VoucherRow,
    look: (before: VoucherRow, after: VoucherRow, state: GatewayVoucherState, now: Date) => void,
  ): void {
    let voucher = first
    let now = ISSUED_AT
    for (const { state, pause } of answers) {
      now = new Date(now.getTime() + pause)
      const full = gatewayState(state)
      const next = apply(voucher, full, now)
      look(voucher, next, full, now)
      voucher = next
    }
  }

  it("a code moves only along legal ways, and its word says which", () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 12 }), closing, (answers, closing_reason) => {
        play(answers, voucherRow({ closing_reason }), (before, after, state, now) => {
          expect(LEGAL[before.status]).toContain(after.status)
          const { transition } = applyGatewayState(before, state, RULES, now)
          const moved = before.status !== after.status || before.closed_at !== after.closed_at
          expect(transition !== null).toBe(moved)
        })
      }),
    )
  })

  it("money that was seen is never forgotten", () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 12 }), (answers) => {
        play(answers, voucherRow(), (before, after, state) => {
          if (state.status === "paid") {
            expect(after.status).toBe("paid")
            expect(after.paid_at).not.toBeNull()
          }
          if (before.paid_at) {
            expect(after.paid_at).not.toBeNull()
            expect(["paid", "reversed"]).toContain(after.status)
          }
          if (before.paid_centimos !== null && after.status === before.status) {
            expect(after.paid_centimos).toBe(before.paid_centimos)
          }
        })
      }),
    )
  })

  it("what is in no document changes neither status nor money", () => {
    const unclear = fc.constantFrom("unknown" as const, "not_found" as const)
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 8 }), unclear, (answers, status) => {
        play(answers, voucherRow(), (before, _after, _state, now) => {
          const { changes, transition } = applyGatewayState(
            before,
            gatewayState({ status }),
            RULES,
            now,
          )
          expect(transition).toBeNull()
          expect(Object.keys(changes).sort()).toEqual([
            "checked_at",
            "gateway_status",
            "next_check_at",
          ])
        })
      }),
    )
  })

  it("a code is never closed while it is paid, and never payable again once closed", () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 12 }), (answers) => {
        play(answers, voucherRow(), (before, after) => {
          if (before.closed_at) expect(isPayable(after)).toBe(false)
          if (after.status === "paid") expect(isPayable(after)).toBe(false)
        })
      }),
    )
  })
})

describe("a payment that was taken back", () => {
  const reversed = { status: "reversed", reversed_at: AFTER } as const

  it("came late only where the code was known to have ended unpaid", () => {
    expect(endedBeforeReversal(voucherRow({ ...reversed, closed_at: BEFORE }))).toBe(true)
  })

  it("may have come in time where only its reversal is later than the deadline", () => {
    expect(AFTER.getTime()).toBeGreaterThan(EXPIRES_AT.getTime())
    expect(endedBeforeReversal(voucherRow(reversed))).toBe(false)
  })
})
