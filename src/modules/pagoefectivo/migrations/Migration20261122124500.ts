import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Tables of deposits and rates are archived like reports, what was entered for a payout keeps its
 * history, and a deposit whose payout no report names can be told from one that is reported.
 */
export class Migration20261122124500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "pagoefectivo_imported_table" ("id" text not null, "kind" text check ("kind" in ('bank_deposits', 'exchange_rates')) not null, "provider_id" text not null default '', "filename" text not null, "sha256" text not null, "size_bytes" integer not null, "imported_by" text not null, "status" text check ("status" in ('importing', 'imported', 'failed')) not null default 'importing', "file_id" text null, "new_count" integer not null default 0, "changed_count" integer not null default 0, "unchanged_count" integer not null default 0, "quarantined_count" integer not null default 0, "ignored_count" integer not null default 0, "started_at" timestamptz not null, "finished_at" timestamptz null, "error" text null, "kept_until" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pagoefectivo_imported_table_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_imported_table_deleted_at" ON "pagoefectivo_imported_table" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pagoefectivo_imported_table_kind_provider_id_sha256_unique" ON "pagoefectivo_imported_table" ("kind", "provider_id", "sha256") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_imported_table_started_at" ON "pagoefectivo_imported_table" ("started_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_imported_table_kept_until" ON "pagoefectivo_imported_table" ("kept_until") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "pagoefectivo_payout_change" ("id" text not null, "provider_id" text not null, "payout_id" text not null, "currency_code" text not null, "at" timestamptz not null, "changed_by" text not null, "source" text check ("source" in ('manual', 'file', 'report')) not null, "file_id" text null, "line_number" integer null, "note" text null, "before" jsonb null, "after" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "pagoefectivo_payout_change_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_payout_change_deleted_at" ON "pagoefectivo_payout_change" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_payout_change_payout_id_at" ON "pagoefectivo_payout_change" ("payout_id", "at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_payout_change_at" ON "pagoefectivo_payout_change" ("at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `alter table if exists "pagoefectivo_payout" add column if not exists "reported_at" timestamptz null;`,
    )
    // So far only release reports told of payouts by themselves.
    this.addSql(
      `update "pagoefectivo_payout" p set reported_at = p.created_at where p.declared_total_centimos is not null and exists (select 1 from "pagoefectivo_settlement_report" r where r.provider_id = p.provider_id and right(r.format, 8) = '_release' and r.deleted_at is null);`,
    )
    // One transfer number may be known to two providers, and to one in two currencies.
    this.addSql(
      `update "pagoefectivo_case" set key = concat_ws(':', 'payout_mismatch', provider_id, payout_id, currency_code, detail) where reason = 'payout_mismatch';`,
    )

    this.addSql(
      `alter table "pagoefectivo_exchange_rate" add column if not exists "file_id" text null, add column if not exists "line_number" integer null;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "pagoefectivo_imported_table" cascade;`)

    this.addSql(`drop table if exists "pagoefectivo_payout_change" cascade;`)

    this.addSql(`alter table if exists "pagoefectivo_payout" drop column if exists "reported_at";`)
    this.addSql(
      `update "pagoefectivo_case" set key = concat_ws(':', 'payout_mismatch', payout_id, detail) where reason = 'payout_mismatch';`,
    )
    this.addSql(
      `alter table if exists "pagoefectivo_exchange_rate" drop column if exists "file_id", drop column if exists "line_number";`,
    )
  }
}
