import { sumAmounts } from "./find-subset"
import type { LineFacts, SettlementLineType, VoucherFacts } from "./facts"
import { compareLines } from "./line-order"
import { paymentKey } from "./payment-key"
import { limaDay, type CivilDay, type Instant } from "../peru/lima"

export interface Ledgers {
  /** What every rule counts, whatever the order in which it came. */
  counted: readonly LineFacts[]
  /** Payments as a report tells that shoppers made them, one line for each. */
  paid: readonly LineFacts[]
  /** Whether a report tells that something of the payment was settled, or is held. */
  isSettled: boolean
  /** Whether a release of the voucher's payment is reported. */
  isReleased: boolean
  /** The first day to come on which a payment is announced to be credited. */
  announcedFor: CivilDay | null
}

/** Whether it will be credited on a day to come only: until then it is announced, and counts nowhere. */
export function isAnnounced({ status, creditedAt }: LineFacts, now: Instant): boolean {
  return status === "settled" && creditedAt !== null && limaDay(creditedAt) > limaDay(now)
}

/** A payment is announced after a shopper made it: where nobody else knows of it, that is what it tells. */
function asPaid(line: LineFacts): LineFacts {
  return { ...line, ledger: "paid", creditedAt: null }
}

/**
 * A gateway may report the same money several times: when a shopper paid it, when it moved, and when it
 * became free to use. Of movements and releases, payments, refunds and reversals are each counted from
 * the one that tells more of them; where both tell the same, from the movements. What shoppers paid
 * counts where nothing tells of its settlement, and settles nothing; what it says was taken back counts.
 */
export function splitLedgers(
  { lines, store, gateway }: Pick<VoucherFacts, "lines" | "store" | "gateway">,
  now: Instant,
): Ledgers {
  const ahead = lines.filter((line) => line.type === "payment" && isAnnounced(line, now))
  const isKnown = store.captured > 0 || ["paid", "reversed"].includes(gateway.status)
  const due = lines
    .filter((line) => !isAnnounced(line, now))
    .concat(isKnown ? [] : ahead.map(asPaid))
    .sort(compareLines)
  const paid = paidOnce(due)
  const settled = due.filter(({ ledger }) => ledger !== "paid")
  const isSettled = settled.some(({ type }) => type === "payment")
  const counted = new Set([
    ...(isSettled ? moreOf(settled, "payment") : paid),
    ...moreOf(settled, "refund"),
    ...moreOf(due, "reversal"),
  ])
  const days = ahead.map(({ creditedAt }) => limaDay(creditedAt ?? now))
  return {
    counted: due.filter((line) => counted.has(line)),
    paid,
    isSettled,
    isReleased: due.some(({ ledger, type }) => ledger === "releases" && type === "payment"),
    announcedFor: days.length === 0 ? null : Math.min(...days),
  }
}

/** The lines of one ledger: of the one that tells of more. */
function moreOf(lines: readonly LineFacts[], type: SettlementLineType): LineFacts[] {
  const own = lines.filter((line) => line.type === type)
  const of = (name: LineFacts["ledger"]) =>
    own.filter(({ ledger = "movements" }) => ledger === name)
  const total = (some: LineFacts[]) =>
    sumAmounts(some.map(({ amount }) => ({ amount: Math.abs(amount) })))
  return [of("releases"), of("paid")].reduce(
    (most, some) => (total(some) > total(most) ? some : most),
    of("movements"),
  )
}

/** A shopper pays a code once, however often a report shows it: its greatest amount. */
function paidOnce(lines: readonly LineFacts[]): LineFacts[] {
  const payments = new Map<string, LineFacts>()
  for (const line of lines) {
    if (line.ledger !== "paid" || line.type !== "payment") continue
    const key = paymentKey(line.paymentId ?? "")
    const known = payments.get(key)
    if (known === undefined || line.amount > known.amount) payments.set(key, line)
  }
  return [...payments.values()]
}
