import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What the admin's pages need to answer at once with millions of rows: sums of the settled lines, the
 * codes that no report settles yet, and indexes for what is counted, searched and sorted by.
 *
 * `text_pattern_ops` serves searches by a beginning in a database of any collation, and equality too.
 */
export class Migration20261122091500 extends Migration {
  override async up(): Promise<void> {
    // Lines never change what they say, so their sums are written once, when a report is taken in. No
    // model: only single statements use them.
    this.addSql(
      `create table if not exists "pagoefectivo_settlement_sum" ("report_id" text not null, "provider_id" text not null, "payout_id" text null, "currency_code" text not null, "paid_out_currency_code" text not null, "type" text not null, "status" text not null, "credited_day" date null, "lines" integer not null, "gross_centimos" bigint not null, "fees_centimos" bigint not null, "net_centimos" bigint not null, "first_credited_at" timestamptz null, "last_credited_at" timestamptz null);`,
    )
    this.addSql(
      `create index if not exists "IDX_pagoefectivo_settlement_sum_report_id" on "pagoefectivo_settlement_sum" ("report_id");`,
    )
    this.addSql(
      `create index if not exists "IDX_pagoefectivo_settlement_sum_payout_id" on "pagoefectivo_settlement_sum" ("payout_id") where payout_id is not null;`,
    )
    this.addSql(
      `create index if not exists "IDX_pagoefectivo_settlement_sum_credited_day" on "pagoefectivo_settlement_sum" ("credited_day");`,
    )
    this.addSql(
      `insert into "pagoefectivo_settlement_sum" select report_id, provider_id, payout_id, currency_code, coalesce(settlement_currency_code, currency_code), type, status, (credited_at at time zone interval '-05:00')::date, count(*), sum(amount_centimos), coalesce(sum(fee_centimos), 0), sum(coalesce(net_centimos, amount_centimos - coalesce(fee_centimos, 0))), min(credited_at), max(credited_at) from "pagoefectivo_settlement_line" where deleted_at is null group by 1, 2, 3, 4, 5, 6, 7, 8;`,
    )

    // Codes whose money no report has settled yet; see `unsettled-store.ts`.
    this.addSql(
      `create table if not exists "pagoefectivo_unsettled" ("voucher_id" text not null, constraint "pagoefectivo_unsettled_pkey" primary key ("voucher_id"));`,
    )
    this.addSql(
      `create index if not exists "IDX_pagoefectivo_voucher_captured_at" on "pagoefectivo_voucher" ("captured_at") where captured_at is not null;`,
    )

    // The summary's figures, from the index alone.
    this.addSql(
      `create index if not exists "IDX_pagoefectivo_voucher_issued_at" on "pagoefectivo_voucher" ("issued_at") include ("currency_code", "amount_centimos") where deleted_at is null;`,
    )
    this.addSql(
      `create index if not exists "IDX_pagoefectivo_voucher_paid_at" on "pagoefectivo_voucher" ("paid_at") include ("currency_code", "amount_centimos", "paid_currency_code", "paid_centimos") where paid_at is not null and deleted_at is null;`,
    )
    // How many days there are in what was paid: without it no second processor takes part.
    this.addSql(
      `create statistics if not exists "pagoefectivo_voucher_paid_day" on ((paid_at at time zone interval '-05:00')::date), (coalesce(paid_currency_code, currency_code)) from "pagoefectivo_voucher";`,
    )
    this.addSql(`drop index if exists "IDX_pagoefectivo_voucher_status_expires_at";`)
    this.addSql(
      `create index if not exists "IDX_pagoefectivo_voucher_status_expires_at" on "pagoefectivo_voucher" ("status", "expires_at") include ("currency_code", "amount_centimos", "closed_at") where deleted_at is null;`,
    )
    this.addSql(
      `create index if not exists "IDX_pagoefectivo_case_open" on "pagoefectivo_case" ("reason", "currency_code") include ("amount_at_risk_centimos", "opened_at") where status = 'open' and deleted_at is null;`,
    )
    this.addSql(
      `create index if not exists "IDX_pagoefectivo_notice_last_received_at" on "pagoefectivo_notice" ("last_received_at");`,
    )

    this.addSql(
      `create index if not exists "IDX_pagoefectivo_voucher_event_found_by_polling" on "pagoefectivo_voucher_event" ("at") where kind = 'found_by_polling' and deleted_at is null;`,
    )

    // Lists: what they are sorted by.
    this.addSql(
      `create index if not exists "IDX_pagoefectivo_voucher_expires_at" on "pagoefectivo_voucher" ("expires_at") where deleted_at is null;`,
    )
    this.addSql(
      `create index if not exists "IDX_pagoefectivo_voucher_amount_centimos_id" on "pagoefectivo_voucher" ("amount_centimos", "id") where deleted_at is null;`,
    )

    // Lists: what they are searched by.
    for (const [table, column] of SEARCHED) {
      this.addSql(`drop index if exists "IDX_${table}_${column}";`)
      this.addSql(
        `create index if not exists "IDX_${table}_${column}" on "${table}" ("${column}" text_pattern_ops) where deleted_at is null;`,
      )
    }
    this.addSql(
      `create index if not exists "IDX_pagoefectivo_notice_operation_number" on "pagoefectivo_notice" ("operation_number") where operation_number is not null and deleted_at is null;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "pagoefectivo_unsettled" cascade;`)
    this.addSql(`drop table if exists "pagoefectivo_settlement_sum" cascade;`)
    this.addSql(`drop statistics if exists "pagoefectivo_voucher_paid_day";`)
    for (const name of ADDED_INDEXES) this.addSql(`drop index if exists "${name}";`)
  }
}

const SEARCHED = [
  ["pagoefectivo_voucher", "cip"],
  ["pagoefectivo_voucher", "transaction_code"],
  ["pagoefectivo_notice", "gateway_id"],
  ["pagoefectivo_notice", "transaction_code"],
] as const

/** Indexes that were replaced by one that serves the same look-ups stay as they are. */
const ADDED_INDEXES = [
  "IDX_pagoefectivo_voucher_captured_at",
  "IDX_pagoefectivo_voucher_issued_at",
  "IDX_pagoefectivo_voucher_paid_at",
  "IDX_pagoefectivo_voucher_expires_at",
  "IDX_pagoefectivo_voucher_amount_centimos_id",
  "IDX_pagoefectivo_voucher_transaction_code",
  "IDX_pagoefectivo_case_open",
  "IDX_pagoefectivo_notice_last_received_at",
  "IDX_pagoefectivo_notice_operation_number",
  "IDX_pagoefectivo_voucher_event_found_by_polling",
]
