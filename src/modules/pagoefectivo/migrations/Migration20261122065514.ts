import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122065514 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "pagoefectivo_settlement_report" drop constraint if exists "pagoefectivo_settlement_report_sha256_unique";`,
    )
    this.addSql(
      `alter table if exists "pagoefectivo_payout" drop constraint if exists "pagoefectivo_payout_payout_id_currency_code_provider_id_unique";`,
    )
    this.addSql(
      `create table if not exists "pagoefectivo_closed_period" ("id" text not null, "from_day" text not null, "to_day" text not null, "note" text null, "closed_by" text not null, "closed_at" timestamptz not null, "reopened_by" text null, "reopened_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pagoefectivo_closed_period_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_closed_period_deleted_at" ON "pagoefectivo_closed_period" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_closed_period_from_day_to_day" ON "pagoefectivo_closed_period" ("from_day", "to_day") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "pagoefectivo_payout" ("id" text not null, "provider_id" text not null, "payout_id" text not null, "currency_code" text not null, "declared_total_centimos" integer null, "bank_deposit_centimos" integer null, "bank_deposited_at" timestamptz null, "bank_reference" text null, "entered_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pagoefectivo_payout_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_payout_deleted_at" ON "pagoefectivo_payout" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pagoefectivo_payout_payout_id_currency_code_provider_id_unique" ON "pagoefectivo_payout" ("payout_id", "currency_code", "provider_id") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "pagoefectivo_quarantined_row" ("id" text not null, "report_id" text not null, "line_number" integer not null, "column_name" text null, "found" text not null, "expected" text not null, "raw" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pagoefectivo_quarantined_row_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_quarantined_row_deleted_at" ON "pagoefectivo_quarantined_row" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_quarantined_row_report_id_line_number" ON "pagoefectivo_quarantined_row" ("report_id", "line_number") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "pagoefectivo_reconciliation" ("id" text not null, "status" text check ("status" in ('pending', 'running', 'completed', 'failed')) not null default 'pending', "trigger" text check ("trigger" in ('schedule', 'manual')) not null, "actor" text not null, "scope_from" text null, "scope_to" text null, "phase" text null, "progress" real not null default 0, "vouchers_count" integer not null default 0, "lines_count" integer not null default 0, "counts" jsonb null, "sums" jsonb null, "changes" jsonb null, "started_at" timestamptz null, "heartbeat_at" timestamptz null, "finished_at" timestamptz null, "error" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pagoefectivo_reconciliation_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_reconciliation_deleted_at" ON "pagoefectivo_reconciliation" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_reconciliation_status" ON "pagoefectivo_reconciliation" ("status") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_reconciliation_created_at" ON "pagoefectivo_reconciliation" ("created_at") WHERE deleted_at IS NULL;`,
    )

    // Millions of rows: only indexes that a look-up needs, and none on what every row has in common.
    this.addSql(
      `create table if not exists "pagoefectivo_settlement_line" ("id" text not null, "report_id" text not null, "line_number" integer not null, "fingerprint" uuid not null, "occurrence" integer not null, "provider_id" text not null, "external_reference" text null, "payment_id" text null, "type" text check ("type" in ('payment', 'refund', 'reversal')) not null, "status" text check ("status" in ('settled', 'held', 'reversed')) not null, "currency_code" text not null, "amount_centimos" integer not null, "fee_centimos" integer null, "net_centimos" integer null, "paid_at" timestamptz null, "credited_at" timestamptz null, "payout_id" text null, "settlement_currency_code" text null, "fx_rate" text null, "voucher_id" text null, "matched_by" text check ("matched_by" in ('transaction_code', 'payment_id', 'person')) null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pagoefectivo_settlement_line_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pagoefectivo_settlement_line_fingerprint_occurrence_unique" ON "pagoefectivo_settlement_line" ("fingerprint", "occurrence");`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_settlement_line_report_id_line_number" ON "pagoefectivo_settlement_line" ("report_id", "line_number");`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_settlement_line_voucher_id" ON "pagoefectivo_settlement_line" ("voucher_id") WHERE voucher_id IS NOT NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_settlement_line_payout_id" ON "pagoefectivo_settlement_line" ("payout_id") WHERE payout_id IS NOT NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_settlement_line_unmatched" ON "pagoefectivo_settlement_line" ("id") WHERE voucher_id IS NULL;`,
    )

    // A voucher's references in the form in which reports are compared with them.
    this.addSql(
      `ALTER TABLE "pagoefectivo_voucher" ADD COLUMN IF NOT EXISTS "reference_key" text GENERATED ALWAYS AS (lower(transaction_code)) STORED;`,
    )
    this.addSql(
      `ALTER TABLE "pagoefectivo_voucher" ADD COLUMN IF NOT EXISTS "payment_key" text GENERATED ALWAYS AS (regexp_replace(lower(gateway_id), '^0+(?=\\d+$)', '')) STORED;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_voucher_reference_key" ON "pagoefectivo_voucher" ("reference_key");`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_voucher_payment_key" ON "pagoefectivo_voucher" ("payment_key");`,
    )

    // Files of the sources that were taken. No model: only single statements use it.
    this.addSql(
      `create table if not exists "pagoefectivo_source_file" ("source_id" text not null, "key" text not null, "taken_at" timestamptz not null, "error" text null, constraint "pagoefectivo_source_file_pkey" primary key ("source_id", "key"));`,
    )

    // Which vouchers a run has to look at closely. No model: only single statements use it, and it is
    // unlogged because a run that died starts over.
    this.addSql(
      `create unlogged table if not exists "pagoefectivo_reconciliation_scope" ("reconciliation_id" text not null, "voucher_id" text not null, constraint "pagoefectivo_reconciliation_scope_pkey" primary key ("reconciliation_id", "voucher_id"));`,
    )

    this.addSql(
      `create table if not exists "pagoefectivo_settlement_report" ("id" text not null, "filename" text not null, "sha256" text not null, "size_bytes" integer not null, "format" text null, "time_zone" text null, "provider_id" text not null, "source" text not null, "imported_by" text not null, "status" text check ("status" in ('importing', 'imported', 'failed')) not null default 'importing', "file_id" text null, "lines_count" integer not null default 0, "quarantined_count" integer not null default 0, "ignored_count" integer not null default 0, "duplicates_count" integer not null default 0, "first_day" text null, "last_day" text null, "started_at" timestamptz not null, "finished_at" timestamptz null, "error" text null, "kept_until" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pagoefectivo_settlement_report_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pagoefectivo_settlement_report_sha256_unique" ON "pagoefectivo_settlement_report" ("sha256") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_settlement_report_deleted_at" ON "pagoefectivo_settlement_report" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_settlement_report_status" ON "pagoefectivo_settlement_report" ("status") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_settlement_report_started_at" ON "pagoefectivo_settlement_report" ("started_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_settlement_report_kept_until" ON "pagoefectivo_settlement_report" ("kept_until") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "pagoefectivo_reconciliation_scope" cascade;`)

    this.addSql(`drop table if exists "pagoefectivo_source_file" cascade;`)

    this.addSql(
      `alter table if exists "pagoefectivo_voucher" drop column if exists "reference_key", drop column if exists "payment_key";`,
    )

    this.addSql(`drop table if exists "pagoefectivo_closed_period" cascade;`)

    this.addSql(`drop table if exists "pagoefectivo_payout" cascade;`)

    this.addSql(`drop table if exists "pagoefectivo_quarantined_row" cascade;`)

    this.addSql(`drop table if exists "pagoefectivo_reconciliation" cascade;`)

    this.addSql(`drop table if exists "pagoefectivo_settlement_line" cascade;`)

    this.addSql(`drop table if exists "pagoefectivo_settlement_report" cascade;`)
  }
}
