import { createWriteStream } from "node:fs"
import { once } from "node:events"
import { finished } from "node:stream/promises"
import type { TestDatabase } from "../../integration-tests/support/database"
import { createFeeCard, type ReconciliationReason } from "../../src/reconciliation"
import { formatCentimos } from "../../src/peru/centimos"

/** The rate card that the bench's store has. */
export const FEES = {
  tiers: [
    { upTo: "20.00", fixed: "1.50" },
    { upTo: "39.90", fixed: "1.55" },
    { upTo: "95.00", fixed: "1.60" },
    { percent: "3.5" },
  ],
}

/** One voucher in `EVERY` has each of these mistakes; all others are whole. */
const MISTAKES = [
  "unknown_reference",
  "unsettled",
  "settled_late",
  "amount_mismatch",
  "currency_mismatch",
  "duplicate_payment",
  "duplicate_line",
  "late_payment",
  "orphan_payment",
  "refund_unexpected",
  "refund_mismatch",
  "reversed",
  "fee_mismatch",
  "fx_mismatch",
  "held",
] as const satisfies ReconciliationReason[]
type Mistake = (typeof MISTAKES)[number]

const EVERY = 1_000
/** Each is asked about at the gateway, so their number does not grow with the month. */
const UNCAPTURED = 20
/** Payouts with a wrong bank deposit. */
const WRONG_DEPOSITS = 3
const PAYOUTS = 30
const AMOUNTS = [1_990, 3_490, 4_990, 6_990, 7_990, 12_990, 24_900, 59_900]
const DAY_MS = 86_400_000
const FIRST_PAID_DAYS_AGO = 60
const ROWS_PER_WRITE = 5_000
const HEADER =
  "external_reference,payment_id,status,amount,currency,fee,net,date_created,date_credited,type,payout_id,settlement_currency,fx_rate"

/** What a reconciliation of the month must find; `refund_missing` can't happen without gateway refunds. */
export function expectedCounts(vouchers: number): Partial<Record<ReconciliationReason, number>> {
  const each = Math.floor(vouchers / EVERY)
  return {
    ...Object.fromEntries(MISTAKES.map((reason) => [reason, each])),
    missing_capture: UNCAPTURED,
    payout_mismatch: WRONG_DEPOSITS,
  }
}

function mistakeOf(n: number): Mistake | undefined {
  return MISTAKES[n % EVERY]
}

/** Uncaptured ones stand at the end of the first thousands, apart from the other mistakes. */
function isUncaptured(n: number): boolean {
  return n % EVERY >= EVERY - 2 && n < (UNCAPTURED / 2) * EVERY
}

/** The first moment of payment: whole days ago, so that a run of the bench gives the same file. */
function firstPaid(): number {
  return Math.floor(Date.now() / DAY_MS) * DAY_MS - FIRST_PAID_DAYS_AGO * DAY_MS
}

const digits = (n: number) => String(n).padStart(26, "0")

/** A month of paid orders in the store's own tables, as a store would have written them. */
export async function fillStore(database: TestDatabase, vouchers: number): Promise<void> {
  const kind = (...mistakes: Mistake[]) =>
    `(n % ${EVERY} IN (${mistakes.map((mistake) => MISTAKES.indexOf(mistake)).join(",")}))`
  const uncaptured = `(n % ${EVERY} >= ${EVERY - 2} AND n < ${(UNCAPTURED / 2) * EVERY})`
  const unbooked = `(${uncaptured} OR ${kind("late_payment", "orphan_payment")})`
  const amount = `(ARRAY[${AMOUNTS.join(",")}])[1 + n % ${AMOUNTS.length}]`
  const paidAt = `to_timestamp(${firstPaid() / 1_000}) + (n % 40) * interval '1 day' + (n % 50000) * interval '1 second'`
  const id = (prefix: string) => `'${prefix}_' || lpad(n::text, 26, '0')`
  const series = `generate_series(0, ${vouchers - 1}) AS n`
  const amountJson = `jsonb_build_object('value', (${amount} / 100.0)::text, 'precision', 20)`
  for (const statement of [
    "SET session_replication_role = replica",
    `INSERT INTO payment_collection (id, currency_code, amount, raw_amount, status)
     VALUES ('paycol_BENCH', 'pen', 0, '{"value":"0"}', 'completed')`,
    `INSERT INTO "order" (id, status, currency_code, canceled_at, created_at)
     SELECT ${id("order")}, (CASE WHEN ${kind("late_payment")} THEN 'canceled' ELSE 'pending' END)::order_status_enum,
            'pen', CASE WHEN ${kind("late_payment")} THEN ${paidAt} - interval '1 hour' END, ${paidAt}
     FROM ${series}`,
    `INSERT INTO payment (id, amount, raw_amount, currency_code, provider_id, captured_at,
                          payment_collection_id, payment_session_id)
     SELECT ${id("pay")}, ${amount} / 100.0, ${amountJson}, 'pen', 'pp_pagoefectivo_pagoefectivo',
            ${paidAt}, 'paycol_BENCH', ${id("payses")}
     FROM ${series} WHERE NOT ${unbooked}`,
    `INSERT INTO capture (id, amount, raw_amount, payment_id, created_at)
     SELECT ${id("capt")}, ${amount} / 100.0, ${amountJson}, ${id("pay")}, ${paidAt}
     FROM ${series} WHERE NOT ${unbooked}`,
    `INSERT INTO pagoefectivo_voucher
       (id, token, provider_id, payment_session_id, order_id, attempt, transaction_code, cip,
        gateway_id, amount_centimos, currency_code, status, issued_at, expires_at, paid_at,
        paid_centimos, paid_currency_code, captured_at)
     SELECT ${id("pevou")}, md5(n::text), 'pp_pagoefectivo_pagoefectivo', ${id("payses")},
            CASE WHEN NOT ${kind("orphan_payment")} THEN ${id("order")} END, 1, ${id("payses")},
            (100000000 + n)::text, (100000000 + n)::text, ${amount}, 'pen',
            CASE WHEN ${uncaptured} THEN 'waiting' ELSE 'paid' END,
            ${paidAt} - interval '1 hour', ${paidAt} + interval '23 hours',
            CASE WHEN NOT ${uncaptured} THEN ${paidAt} END,
            CASE WHEN NOT ${uncaptured} THEN ${amount} END,
            CASE WHEN NOT ${uncaptured} THEN 'pen' END,
            CASE WHEN NOT ${unbooked} THEN ${paidAt} END
     FROM ${series}`,
    `INSERT INTO pagoefectivo_refund
       (id, voucher_id, idempotency_key, amount_centimos, currency_code)
     SELECT ${id("peref")}, ${id("pevou")}, ${id("ref")}, 300, 'pen'
     FROM ${series} WHERE ${kind("refund_mismatch")}`,
    `INSERT INTO refund (id, amount, raw_amount, payment_id, created_at)
     SELECT ${id("ref")}, 3, '{"value": "3", "precision": 20}', ${id("pay")}, ${paidAt}
     FROM ${series} WHERE ${kind("refund_mismatch")}`,
    `INSERT INTO pagoefectivo_payout
       (id, provider_id, payout_id, currency_code, bank_deposit_centimos)
     SELECT 'pepay_' || n, 'pp_pagoefectivo_pagoefectivo', 'PO-' || n, 'pen', 1
     FROM generate_series(0, ${WRONG_DEPOSITS - 1}) AS n`,
    "SET session_replication_role = origin",
    `VACUUM ANALYZE "order"`,
    "VACUUM ANALYZE payment",
    "VACUUM ANALYZE capture",
    "VACUUM ANALYZE pagoefectivo_voucher",
  ]) {
    await database.query(statement)
  }
}

/** The month's report in `standard_csv`. Returns how many rows it has. */
export async function writeReport(path: string, vouchers: number): Promise<number> {
  const file = createWriteStream(path)
  const start = firstPaid()
  file.write(`${HEADER}\n`)
  let count = 0
  for (let at = 0; at < vouchers; at += ROWS_PER_WRITE) {
    const rows: string[] = []
    for (let n = at; n < Math.min(vouchers, at + ROWS_PER_WRITE); n += 1) {
      rows.push(...rowsOf(n, start))
    }
    count += rows.length
    if (rows.length > 0 && !file.write(`${rows.join("\n")}\n`)) await once(file, "drain")
  }
  file.end()
  await finished(file)
  return count
}

const card = createFeeCard(FEES)

interface Row {
  reference: string
  paymentId: string
  status: string
  amount: number
  currency: string
  fee: number
  paidAt: number
  creditedAt: number
  type: string
  payoutId: string
  settlementCurrency: string
  fxRate: string
}

function rowsOf(n: number, start: number): string[] {
  const amount = AMOUNTS[n % AMOUNTS.length] as number
  const paidAt = start + (n % 40) * DAY_MS + (n % 50_000) * 1_000
  const whole: Row = {
    reference: `payses_${digits(n)}`,
    paymentId: String(100_000_000 + n),
    status: "settled",
    amount,
    currency: "PEN",
    fee: card.feeFor(amount),
    paidAt,
    creditedAt: paidAt + DAY_MS,
    type: "payment",
    payoutId: `PO-${n % PAYOUTS}`,
    settlementCurrency: "",
    fxRate: "",
  }
  const back = (taken: Partial<Row>) => ({ ...whole, fee: 0, ...taken })
  return isUncaptured(n) ? [text(whole)] : mistaken(whole, mistakeOf(n), n, back).map(text)
}

function mistaken(
  whole: Row,
  mistake: Mistake | undefined,
  n: number,
  back: (taken: Partial<Row>) => Row,
): Row[] {
  switch (mistake) {
    case "unknown_reference":
      return [whole, { ...whole, reference: `FOREIGN-${n}`, paymentId: `9${n}99` }]
    case "unsettled":
      return []
    case "settled_late":
      return [{ ...whole, creditedAt: whole.paidAt + 15 * DAY_MS }]
    case "amount_mismatch":
      return [{ ...whole, amount: whole.amount - 100, fee: card.feeFor(whole.amount - 100) }]
    case "currency_mismatch":
      return [{ ...whole, currency: "USD", payoutId: "PO-USD" }]
    case "duplicate_payment":
      return [whole, { ...whole, paymentId: `8${n}88` }]
    case "duplicate_line":
      return [whole, whole]
    case "refund_unexpected":
    case "refund_mismatch":
      return [whole, back({ type: "refund", amount: -500 })]
    case "reversed":
      return [whole, back({ type: "reversal", amount: -whole.amount })]
    case "fee_mismatch":
      return [{ ...whole, fee: whole.fee + 10 }]
    case "fx_mismatch":
      return [{ ...whole, settlementCurrency: "USD", fxRate: "3.75", payoutId: "PO-FX" }]
    case "held":
      return [{ ...whole, status: "held" }]
    case "late_payment":
    case "orphan_payment":
    case undefined:
      return [whole]
  }
}

function text(row: Row): string {
  return [
    row.reference,
    row.paymentId,
    row.status,
    formatCentimos(row.amount),
    row.currency,
    formatCentimos(row.fee),
    formatCentimos(row.amount - row.fee),
    new Date(row.paidAt).toISOString(),
    new Date(row.creditedAt).toISOString(),
    row.type,
    row.payoutId,
    row.settlementCurrency,
    row.fxRate,
  ].join(",")
}
