import type { AdminPayout, AdminRefund, AdminSettlementLine, AdminVoucher } from "../../http-types"
import { sumOf } from "./money"

export type MoneyStep = "promised" | "paid" | "settled" | "banked" | "returning" | "returned"

/**
 * - `done`: the money got here.
 * - `current`: it is awaited here.
 * - `stopped`: it will not go on by itself.
 * - `ahead`: it has not come this far.
 */
export type MoneyStepState = "done" | "current" | "stopped" | "ahead"

export interface TrailStep {
  step: MoneyStep
  state: MoneyStepState
  at: string | null
  /** Why it stands still, or what is awaited. */
  remark:
    | "until_deadline"
    | "expired"
    | "voided"
    | "reversed"
    | "not_captured"
    | "held"
    | "announced"
    | "awaits_report"
    | "awaits_deposit"
    | "deposit_differs"
    | "to_transfer"
    | "refund_in_process"
    | "refunded"
    | null
  /** Of the steps `returning` and `returned`: what is meant, decimal text. */
  amount?: string
}

type Facts = Pick<
  AdminVoucher,
  "status" | "issued_at" | "expires_at" | "paid_at" | "captured_at" | "closed_at" | "reversed_at"
>

/** What the reports say, as far as the trail shows it. */
interface Settlement {
  lines: Pick<AdminSettlementLine, "type" | "status" | "announced" | "ledger" | "credited_at">[]
  payouts: Pick<AdminPayout, "state" | "bank_deposit" | "bank_deposited_at">[]
}

type Refund = Pick<AdminRefund, "status" | "amount" | "transferred_at">

/** The money of one code, from promise to bank; and back, where some of it was refunded. */
export function moneyTrail(
  voucher: Facts,
  settlement: Settlement | null,
  refunds: Refund[] = [],
): TrailStep[] {
  const promised: TrailStep = {
    step: "promised",
    state: "done",
    at: voucher.issued_at,
    remark: null,
  }
  const paid = paidStep(voucher)
  const settled = paid.state === "done" ? settledStep(settlement) : ahead("settled")
  const banked = settled.state === "done" ? bankedStep(settlement) : ahead("banked")
  return [promised, paid, settled, banked, ...returnedStep(refunds)]
}

function ahead(step: MoneyStep): TrailStep {
  return { step, state: "ahead", at: null, remark: null }
}

function paidStep(voucher: Facts): TrailStep {
  const stopped = (at: string | null, remark: TrailStep["remark"]): TrailStep => ({
    step: "paid",
    state: "stopped",
    at,
    remark,
  })
  switch (voucher.status) {
    case "waiting":
      return { step: "paid", state: "current", at: voucher.expires_at, remark: "until_deadline" }
    case "expired":
      return stopped(voucher.closed_at ?? voucher.expires_at, "expired")
    case "voided":
      return stopped(voucher.closed_at, "voided")
    case "reversed":
      return stopped(voucher.reversed_at, "reversed")
    case "paid":
      return {
        step: "paid",
        state: "done",
        at: voucher.paid_at,
        remark: voucher.captured_at ? null : "not_captured",
      }
  }
}

function settledStep(settlement: Settlement | null): TrailStep {
  const payments =
    settlement?.lines.filter(({ type, ledger }) => type === "payment" && ledger !== "paid") ?? []
  const settled = payments.filter(({ status }) => status === "settled")
  const last = (lines: typeof settled) =>
    lines
      .flatMap((line) => line.credited_at ?? [])
      .sort()
      .at(-1) ?? null
  const due = settled.filter(({ announced }) => !announced)
  const reversed = payments.filter(({ status }) => status === "reversed")
  if (reversed.length > 0 && reversed.length >= due.length) {
    return { step: "settled", state: "stopped", at: null, remark: "reversed" }
  }
  if (due.length > 0) return { step: "settled", state: "done", at: last(due), remark: null }
  const held = payments.some(({ status }) => status === "held")
  if (!held && settled.length > 0) {
    return { step: "settled", state: "current", at: last(settled), remark: "announced" }
  }
  return {
    step: "settled",
    state: held ? "stopped" : "current",
    at: null,
    remark: held ? "held" : "awaits_report",
  }
}

function bankedStep(settlement: Settlement | null): TrailStep {
  const payouts = settlement?.payouts ?? []
  const isKnown = payouts.length > 0 && payouts.every(({ bank_deposit }) => bank_deposit)
  if (!isKnown) return { step: "banked", state: "current", at: null, remark: "awaits_deposit" }
  const at = payouts[0]?.bank_deposited_at ?? null
  return payouts.every(({ state }) => state === "whole")
    ? { step: "banked", state: "done", at, remark: null }
    : { step: "banked", state: "current", at, remark: "deposit_differs" }
}

/** Nothing is called returned before it is. What a person has to do comes before what the gateway does, and that before what is done. */
function returnedStep(refunds: Refund[]): TrailStep[] {
  const of = (...statuses: Refund["status"][]) =>
    refunds.filter(({ status }) => statuses.includes(status))
  const total = (some: Refund[]) => sumOf(some.map(({ amount }) => amount))
  const toTransfer = of("to_transfer")
  const inProcess = of("in_process")
  const made = of("transferred", "approved")
  const returning = { step: "returning", state: "current", at: null } as const
  if (toTransfer.length > 0) {
    return [{ ...returning, remark: "to_transfer", amount: total(toTransfer) }]
  }
  if (inProcess.length > 0) {
    return [{ ...returning, remark: "refund_in_process", amount: total(inProcess) }]
  }
  if (made.length === 0) return []
  const at =
    made
      .flatMap(({ transferred_at }) => transferred_at ?? [])
      .sort()
      .at(-1) ?? null
  return [{ step: "returned", state: "done", at, remark: "refunded", amount: total(made) }]
}
