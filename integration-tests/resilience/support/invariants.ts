import type { Sandbox, SandboxVoucher } from "../../../src/sandbox"
import type { TestDatabase } from "../../support/database"
import { readBooks, type Books, type OrderFacts, type VoucherFacts } from "./books"

/** How many violations an error spells out. */
const SHOWN = 20

/**
 * What must hold once everything is drained, whatever died or raced before.
 * @throws Error that names every code and order for which it does not.
 */
export async function expectMoneyIsSafe(database: TestDatabase, sandbox: Sandbox): Promise<Books> {
  const books = await readBooks(database, sandbox)
  const violations = [
    ...codesAtTheGateway(books),
    ...capturesWithoutMoney(books),
    ...canceledOrders(books),
    ...openTasks(books),
  ]
  if (violations.length === 0) return books
  throw new Error(
    [
      `${violations.length} violations among ${books.atGateway.length} codes at the gateway:`,
      ...violations.slice(0, SHOWN),
      ...(violations.length > SHOWN ? [`… and ${violations.length - SHOWN} more`] : []),
    ].join("\n"),
  )
}

function codesAtTheGateway(books: Books): string[] {
  const byCip = new Map(books.vouchers.map((voucher) => [voucher.cip, voucher]))
  return books.atGateway.flatMap((code) => {
    const voucher = byCip.get(code.cip)
    if (voucher) return knownCode(books, code, voucher)
    if (code.payments.length > 0) {
      return [`code ${code.cip}: paid at the gateway, but the store does not know it`]
    }
    return books.silentAttempts.has(code.transactionCode)
      ? []
      : [`code ${code.cip}: unknown to the store, and no attempt ${code.transactionCode} is lost`]
  })
}

function knownCode(books: Books, code: SandboxVoucher, voucher: VoucherFacts): string[] {
  const where = `code ${code.cip} (${voucher.id}, order ${voucher.order_id ?? "none"})`
  const problems: string[] = []
  if (code.status === "paid") problems.push(...paidCode(books, voucher))
  if (code.status === "generated") problems.push(...payableCode(books, voucher))
  if (code.status !== "paid" && voucher.captured) problems.push("is captured but was never paid")
  return problems.map((problem) => `${where}: ${problem}`)
}

/** Asks for what is owed, by the method that was chosen last. */
function payableCode(books: Books, voucher: VoucherFacts): string[] {
  if (voucher.order_canceled) return ["is payable although its order is cancelled"]
  if (!voucher.has_session) return ["is payable although another method was chosen"]
  const order = books.orders.get(voucher.order_id ?? "")
  return order && order.owed_centimos < voucher.amount_centimos
    ? [`is payable over ${voucher.amount_centimos}, its order owes ${order.owed_centimos} céntimos`]
    : []
}

/** Exactly one capture or exactly one open case. */
function paidCode(books: Books, voucher: VoucherFacts): string[] {
  const cases = voucher.open_cases
  if (!voucher.captured) {
    return cases.length === 1
      ? []
      : [`is paid, not captured, and has ${cases.length} open cases (${cases.join(", ")})`]
  }
  const session = books.sessions.get(voucher.payment_session_id)
  const problems: string[] = []
  for (const what of ["payments", "captures", "transactions"] as const) {
    if (session?.[what] !== 1) problems.push(`has ${session?.[what] ?? 0} ${what} instead of 1`)
  }
  if (session && session.captured_centimos !== voucher.amount_centimos) {
    problems.push(`captured ${session.captured_centimos} of ${voucher.amount_centimos} céntimos`)
  }
  const refunded = (session?.refunds ?? 0) > 0
  if (voucher.order_canceled && (refunded ? 1 : 0) + cases.length !== 1) {
    problems.push(
      `has money on a cancelled order, ${session?.refunds ?? 0} refunds and ${cases.length} open cases`,
    )
  }
  const expected = caseOfStandingOrder(books.orders.get(voucher.order_id ?? ""))
  if (!voucher.order_canceled && cases.join() !== expected) {
    problems.push(`is captured and has open cases (${cases.join()}) instead of (${expected})`)
  }
  return [...problems, ...wrongTotals(books, voucher)]
}

/** What a person has to decide about an order that stands and is paid. */
function caseOfStandingOrder(order: OrderFacts | undefined): string {
  // Its cancellation died when it had given the stock back: the money waits for a word.
  if (order?.reservations === 0) return "late_payment half_canceled"
  return order && order.owed_centimos < 0 ? "amount_mismatch overpaid_order" : ""
}

function wrongTotals(books: Books, voucher: VoucherFacts): string[] {
  const order = books.orders.get(voucher.order_id ?? "")
  if (!order) return ["is captured without an order"]
  const refunded = (books.sessions.get(voucher.payment_session_id)?.refunds ?? 0) > 0
  const expected = refunded ? 0 : voucher.amount_centimos
  const problems: string[] = []
  if (order.booked_centimos !== expected) {
    problems.push(`the order's books hold ${order.booked_centimos} instead of ${expected} céntimos`)
  }
  // On an order that was cancelled while it was captured, the platform's two updates of the summary
  // may overwrite one another; the case carries the money there.
  if (!order.canceled && order.paid_total_centimos !== order.booked_centimos) {
    problems.push(
      `paid_total says ${order.paid_total_centimos}, the books ${order.booked_centimos}`,
    )
  }
  return problems
}

/** A capture belongs to exactly one code that was paid. */
function capturesWithoutMoney(books: Books): string[] {
  return [...books.sessions].flatMap(([id, { payments, captures }]) => {
    const captured = books.vouchers.filter(
      (voucher) => voucher.payment_session_id === id && voucher.captured,
    )
    return captures === captured.length
      ? []
      : [
          `session ${id}: ${payments} payments, ${captures} captures, but ${captured.length} captured codes`,
        ]
  })
}

function canceledOrders(books: Books): string[] {
  return [...books.orders.values()]
    .filter(({ canceled, reservations }) => canceled && reservations > 0)
    .map(
      ({ id, reservations }) => `order ${id}: cancelled, but ${reservations} reservations remain`,
    )
}

/** Nothing is left undone, and nobody waits for a code that can't be paid any more. */
function openTasks(books: Books): string[] {
  return books.vouchers.flatMap((voucher) => {
    const where = `code ${voucher.cip} (${voucher.id}, order ${voucher.order_id ?? "none"})`
    if (voucher.closing_reason) {
      const why = voucher.closing_last_error ?? "never tried"
      return [`${where}: task ${voucher.closing_reason} is still open (${why})`]
    }
    const order = books.orders.get(voucher.order_id ?? "")
    const waitsForNothing =
      voucher.status === "expired" &&
      voucher.has_session &&
      voucher.closed &&
      order !== undefined &&
      !order.canceled &&
      !books.vouchers.some((other) => other.order_id === order.id && !isOver(other))
    return waitsForNothing ? [`${where}: expired and closed, but the order still waits`] : []
  })
}

function isOver({ status }: VoucherFacts): boolean {
  return status === "expired" || status === "voided"
}
