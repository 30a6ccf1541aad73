import type { TestDatabase } from "../../integration-tests/support/database"
import { RECORD_SUMS } from "../../src/modules/pagoefectivo/settlement/sums"

/** A store's history, big enough that nothing of it may be counted or added up on the way. */
export const HISTORY = {
  /** Of them one in `UNPAID_EVERY` was never paid; the others have a line each. */
  vouchers: 1_060_000,
  lines: 1_000_000,
  cases: 100_000,
  openCases: 50_000,
  reports: 365,
} as const

const DAYS = 365
const UNPAID_EVERY = 20
/** What a search looks for: the middle of the history. */
export const SAMPLE = { number: 500_000, cip: String(100_000_000 + 500_000) } as const

const PROVIDER = "'pp_pagoefectivo_pagoefectivo'"
const id = (prefix: string) => `'${prefix}_' || lpad(n::text, 26, '0')`
const AMOUNT = "(ARRAY[1990,3490,4990,6990,7990,12990,24900,59900])[1 + n % 8]"
const ISSUED_AT = `now() - interval '${DAYS} days' + n * interval '${DAYS} days' / ${HISTORY.vouchers}`
const PAID = `(n % ${UNPAID_EVERY} <> 0)`
/** Codes of the last two days are paid, and not settled yet. */
const SETTLED = `(${PAID} AND n < ${HISTORY.vouchers} * ${DAYS - 2} / ${DAYS})`
const ALL = `generate_series(1, ${HISTORY.vouchers}) AS n`
const REPORT = `(n::bigint * ${HISTORY.reports} / ${HISTORY.vouchers})`

const REASONS =
  "(ARRAY['unsettled','amount_mismatch','fee_mismatch','late_payment','duplicate_line','settled_late','held'])[1 + n % 7]"

const STATEMENTS = [
  "SET session_replication_role = replica",
  `INSERT INTO "order" (id, status, currency_code, email, created_at)
   SELECT ${id("order")}, 'pending', 'pen', 'shopper@example.test', ${ISSUED_AT} FROM ${ALL}`,
  `INSERT INTO order_summary (id, order_id, version, totals)
   SELECT ${id("ordsum")}, ${id("order")}, 1,
          jsonb_build_object('current_order_total', ${AMOUNT} / 100.0, 'paid_total', 0)
   FROM ${ALL}`,
  `INSERT INTO pagoefectivo_voucher
     (id, token, provider_id, payment_session_id, order_id, attempt, transaction_code, cip,
      gateway_id, amount_centimos, currency_code, status, issued_at, created_at, expires_at, paid_at,
      paid_centimos, paid_currency_code, captured_at)
   SELECT ${id("pevou")}, md5(n::text), ${PROVIDER}, ${id("payses")}, ${id("order")}, 1,
          ${id("payses")}, (100000000 + n)::text, (100000000 + n)::text, ${AMOUNT}, 'pen',
          CASE WHEN ${PAID} THEN 'paid' WHEN n > ${HISTORY.vouchers} * 0.997 THEN 'waiting'
               ELSE 'expired' END,
          ${ISSUED_AT}, ${ISSUED_AT}, ${ISSUED_AT} + interval '24 hours',
          CASE WHEN ${PAID} THEN ${ISSUED_AT} + interval '1 hour' END,
          CASE WHEN ${PAID} THEN ${AMOUNT} END, CASE WHEN ${PAID} THEN 'pen' END,
          CASE WHEN ${PAID} THEN ${ISSUED_AT} + interval '1 hour' END
   FROM ${ALL}`,
  `INSERT INTO pagoefectivo_voucher_event (id, voucher_id, kind, at, actor)
   SELECT ${id("pevev")}, ${id("pevou")}, 'issued', ${ISSUED_AT}, 'system' FROM ${ALL}`,
  `INSERT INTO pagoefectivo_notice
     (id, provider_id, body_sha256, raw_body, headers, verdict, event_type, gateway_id,
      transaction_code, received_at, last_received_at, status, outcome, voucher_id)
   SELECT ${id("penot")}, ${PROVIDER}, md5(n::text), '{"eventType":"cip.paid"}', '{}', 'authentic',
          'cip.paid', (100000000 + n)::text, ${id("payses")}, ${ISSUED_AT}, ${ISSUED_AT},
          'processed', 'captured', ${id("pevou")}
   FROM ${ALL} WHERE ${PAID}`,
  `INSERT INTO pagoefectivo_settlement_report
     (id, filename, sha256, size_bytes, format, time_zone, provider_id, source, imported_by, status,
      lines_count, quarantined_count, first_day, last_day, started_at, finished_at, kept_until)
   SELECT ${id("peser")}, 'report-' || n || '.csv', md5(n::text), 100000, 'standard_csv',
          'America/Lima', ${PROVIDER}, 'upload', 'user_bench', 'imported', 2740, 1, '2026-01-01',
          '2026-01-01', at, at, at + interval '400 days'
   FROM generate_series(0, ${HISTORY.reports} - 1) AS n,
        LATERAL (SELECT now() - (${HISTORY.reports} - n) * interval '1 day' AS at) AS moments`,
  `INSERT INTO pagoefectivo_quarantined_row (id, report_id, line_number, found, expected, raw)
   SELECT ${id("pequa")}, ${id("peser")}, 7, 'diez', 'a decimal amount', 'diez'
   FROM generate_series(0, ${HISTORY.reports} - 1) AS n`,
  `INSERT INTO pagoefectivo_settlement_line
     (id, report_id, line_number, fingerprint, occurrence, provider_id, external_reference,
      payment_id, type, status, currency_code, amount_centimos, fee_centimos, net_centimos, paid_at,
      credited_at, payout_id, voucher_id, matched_by, created_at)
   SELECT ${id("pelin")}, 'peser_' || lpad(${REPORT}::text, 26, '0'), n, md5(n::text)::uuid, 1,
          ${PROVIDER}, ${id("payses")}, (100000000 + n)::text, 'payment', 'settled', 'pen',
          ${AMOUNT}, 160, ${AMOUNT} - 160, ${ISSUED_AT} + interval '1 hour',
          ${ISSUED_AT} + interval '25 hours', 'PO-' || ${REPORT},
          CASE WHEN n % 1000 <> 1 THEN ${id("pevou")} END,
          CASE WHEN n % 1000 <> 1 THEN 'transaction_code' END, ${ISSUED_AT} + interval '25 hours'
   FROM ${ALL} WHERE ${SETTLED}`,
  RECORD_SUMS("true"),
  `INSERT INTO pagoefectivo_case
     (id, key, reason, status, expected, actual, amount_at_risk_centimos, currency_code,
      provider_id, voucher_id, order_id, facts_hash, opened_at)
   SELECT ${id("pecas")}, 'bench:' || n, ${REASONS},
          CASE WHEN n > ${HISTORY.cases - HISTORY.openCases} THEN 'open' ELSE 'resolved' END,
          '{"amount":"69.90"}', '{"amount":"68.90"}', ${AMOUNT}, 'pen', ${PROVIDER},
          'pevou_' || lpad((n * 10)::text, 26, '0'), 'order_' || lpad((n * 10)::text, 26, '0'), '',
          now() - (${HISTORY.cases} - n) * interval '5 minutes'
   FROM generate_series(1, ${HISTORY.cases}) AS n`,
  `INSERT INTO pagoefectivo_case_event (id, case_id, kind, at, actor)
   SELECT ${id("peced")}, ${id("pecas")}, 'opened', now(), 'system'
   FROM generate_series(1, ${HISTORY.cases}) AS n`,
  `INSERT INTO pagoefectivo_reconciliation
     (id, status, trigger, actor, progress, started_at, finished_at)
   SELECT ${id("perec")}, 'completed', 'schedule', 'system', 1, now(), now()
   FROM generate_series(1, ${DAYS}) AS n`,
  "SET session_replication_role = origin",
  "VACUUM ANALYZE",
]

/** A year of a store that sells 2,900 times a day, as import and reconciliation would have left it. */
export async function fillHistory(database: TestDatabase): Promise<void> {
  for (const statement of STATEMENTS) await database.query(statement)
}
