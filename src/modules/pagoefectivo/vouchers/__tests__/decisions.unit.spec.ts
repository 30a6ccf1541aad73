import fc from "fast-check"
import type { GatewayVoucherState } from "../../../../gateways/gateway"
import type { VoucherRow } from "../../types"
import {
  answerCompleted,
  booked,
  closedAtGateway,
  closingEnded,
  closingPostponed,
  closingRequested,
  deadlinePassed,
  gatewayAnswered,
  movedTo,
  orderPlaced,
  reminded,
  type Decision,
} from "../decisions"
import { gatewayState, voucherRow } from "./voucher-fixture"

const NOW = new Date("2026-10-11T12:30:00.000Z")
const RULES = { waitingAfterPaidIsReversal: true }
const SOLES = { amount: "69.90", currency: "PEN" } as const
const paid = gatewayState({ status: "paid", money: SOLES, paidAt: NOW })

const WAITING = voucherRow({ order_id: "order_1" })

/** The voucher after the decision. */
function after(voucher: VoucherRow, decide: Decision): VoucherRow {
  return { ...voucher, ...decide(voucher, NOW)?.set }
}

describe("what the gateway answered", () => {
  it("tells a code that the gateway calls expired before our own clock does", () => {
    const early = new Date("2026-10-11T11:00:00.000Z")
    const change = gatewayAnswered(gatewayState({ status: "expired" }), RULES)(WAITING, early)
    expect(change).toMatchObject({
      set: { status: "expired", closed_at: early, expiry_announced_at: early },
      line: { kind: "closed" },
      event: { name: "pagoefectivo.voucher_expired" },
    })
  })

  it("does not tell an expiry twice: first our clock, then the gateway", () => {
    const expired = after(WAITING, deadlinePassed)
    const change = gatewayAnswered(gatewayState({ status: "expired" }), RULES)(expired, NOW)
    expect(change?.event).toBeUndefined()
    expect(closedAtGateway(expired, NOW)?.event).toBeUndefined()
  })

  it("keeps amount and currency of a payment in the timeline, and tells nothing before it is booked", () => {
    const change = gatewayAnswered(paid, RULES)(WAITING, NOW)
    expect(change?.line).toEqual({
      kind: "paid",
      actor: "gateway",
      data: { gateway_status: "paid", status: "paid", amount: "69.90", currency: "PEN" },
    })
    expect(change?.event).toBeUndefined()
  })

  it("hands on what was given back in all", () => {
    const state = gatewayState({ status: "paid", money: SOLES, refunded: SOLES })
    expect(gatewayAnswered(state, RULES)(WAITING, NOW)?.refunded).toEqual(SOLES)
  })

  it("only remembers that it asked when the answer says nothing", () => {
    const change = gatewayAnswered(gatewayState({ status: "unknown" }), RULES)(WAITING, NOW)
    expect(change).toEqual({
      set: { gateway_status: "unknown", checked_at: NOW, next_check_at: expect.any(Date) },
    })
  })
})

describe("closing", () => {
  it("tells a code that is closed before its deadline as voided", () => {
    const task = after(
      voucherRow({ expires_at: new Date("2026-10-12T12:00:00Z") }),
      closingRequested("admin", "user_1"),
    )
    expect(closedAtGateway(task, NOW)).toMatchObject({
      set: { status: "voided", closed_at: NOW },
      event: { name: "pagoefectivo.voucher_voided" },
    })
  })

  it("keeps the first reason of an open task", () => {
    const task = after(WAITING, closingRequested("deadline", "system"))
    expect(closingRequested("superseded", "system")(task, NOW)).toBeNull()
  })

  it("opens no task for a paid code", () => {
    const voucher = after(WAITING, gatewayAnswered(paid, RULES))
    expect(closingRequested("order_canceled", "system")(voucher, NOW)).toBeNull()
  })

  it("opens the task of a deadline also where the gateway has closed the code itself", () => {
    const closed = voucherRow({ status: "expired", closed_at: NOW })
    expect(closingRequested("deadline", "system")(closed, NOW)?.line).toMatchObject({
      kind: "closing_requested",
      data: { reason: "deadline" },
    })
  })

  it("keeps a postponed task open, each time for longer", () => {
    const task = after(WAITING, closingRequested("deadline", "system"))
    const once = after(task, closingPostponed("no answer"))
    const often = after({ ...once, closing_tries: 5 }, closingPostponed("x".repeat(600)))
    expect(once).toMatchObject({ closing_reason: "deadline", closing_tries: 1 })
    expect(often.closing_last_error).toHaveLength(500)
    expect(Number(often.closing_next_try_at)).toBeGreaterThan(Number(once.closing_next_try_at))
  })

  it("remembers that what follows from a deadline is done", () => {
    const task = after(WAITING, closingRequested("deadline", "system"))
    expect(after(task, closingEnded("deadline"))).toMatchObject({
      closing_reason: null,
      deadline_followed_at: NOW,
    })
    expect(closingEnded("admin")(task, NOW)?.set).not.toHaveProperty("deadline_followed_at")
  })
})

describe("an order", () => {
  it("announces a waiting code when its order is placed, once", () => {
    const fresh = voucherRow({ order_id: null })
    expect(orderPlaced("order_1")(fresh, NOW)?.event?.name).toBe("pagoefectivo.voucher_issued")
    expect(orderPlaced("order_1")(WAITING, NOW)).toBeNull()
  })

  it("does not announce a code that is paid already", () => {
    const voucher = after(voucherRow({ order_id: null }), gatewayAnswered(paid, RULES))
    expect(orderPlaced("order_1")(voucher, NOW)).toEqual({ set: { order_id: "order_1" } })
  })

  it("tells a booking with its order, once, and drops an open closing task", () => {
    const task = after(WAITING, closingRequested("deadline", "system"))
    expect(booked("order_1", 0)(task, NOW)).toMatchObject({
      set: { captured_at: NOW, closing_reason: null },
      event: { name: "pagoefectivo.voucher_paid", orderId: "order_1" },
    })
    expect(booked("order_1", 0)(after(task, booked("order_1", 0)), NOW)).toBeNull()
  })

  it("reminds once, and only of a code that waits", () => {
    expect(reminded(after(WAITING, reminded), NOW)).toBeNull()
    expect(reminded(voucherRow({ status: "expired" }), NOW)).toBeNull()
    expect(reminded(WAITING, NOW)?.event?.name).toBe("pagoefectivo.voucher_expiring")
  })

  it("moves a voucher to another cart and back", () => {
    const to = { cart_id: "cart_2", payment_session_id: "payses_2", order_id: null }
    const moved = after(WAITING, movedTo(to, "user_1"))
    expect(moved).toMatchObject(to)
    expect(after(moved, movedTo(WAITING, "user_1"))).toEqual(WAITING)
  })

  it("completes a code that a notice had revealed, and overwrites no address", () => {
    const issued = { url: "https://pay.example/1" } as never
    const adopted = voucherRow({ url: null })
    expect(after(adopted, answerCompleted(issued, "Ana"))).toMatchObject({
      url: "https://pay.example/1",
      payer_first_name: "Ana",
    })
    const known = voucherRow({ url: "https://pay.example/0" })
    expect(answerCompleted(issued, "Ana")(known, NOW)).toBeNull()
  })
})

describe("any history", () => {
  const states: GatewayVoucherState["status"][] = [
    "waiting",
    "paid",
    "expired",
    "voided",
    "reversed",
    "refunded",
    "unknown",
    "not_found",
  ]
  const steps = fc.oneof(
    fc.constantFrom(...states).map((status) => gatewayAnswered(gatewayState({ status }), RULES)),
    fc.constantFrom<Decision>(
      deadlinePassed,
      closedAtGateway,
      reminded,
      booked("order_1", 0),
      orderPlaced("order_1"),
      closingRequested("deadline", "system"),
      closingRequested("superseded", "system"),
      closingPostponed("no answer"),
    ),
  )

  it("tells each expiry, voiding and booking at most once, and none without its change", () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 30 }), (history) => {
        let voucher = voucherRow({ order_id: null })
        const told: string[] = []
        for (const decide of history) {
          const change = decide(voucher, NOW)
          const next = { ...voucher, ...change?.set }
          if (change?.event) {
            told.push(change.event.name)
            expect(next).not.toEqual(voucher)
          }
          if (next.status !== voucher.status && next.status === "expired") {
            expect(change?.event?.name).toBe("pagoefectivo.voucher_expired")
          }
          voucher = next
        }
        expect(told).toHaveLength(new Set(told).size)
      }),
    )
  })
})
