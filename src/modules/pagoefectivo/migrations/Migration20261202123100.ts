import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const STATUS = "pagoefectivo_settlement_report_status_check"

/** An import can be taken back, read again, and corrected by another. */
export class Migration20261202123100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "pagoefectivo_settlement_report" drop constraint if exists "${STATUS}";`,
    )
    this.addSql(
      `alter table if exists "pagoefectivo_settlement_report" add constraint "${STATUS}" check ("status" in ('importing', 'imported', 'failed', 'withdrawn')), add column if not exists "fixed_count" integer not null default 0, add column if not exists "read_as" jsonb null, add column if not exists "read_with" text null, add column if not exists "history" jsonb null;`,
    )
    this.addSql(
      `alter table if exists "pagoefectivo_quarantined_row" add column if not exists "fixed_by" text null;`,
    )
    this.addSql(
      `alter table if exists "pagoefectivo_payout" add column if not exists "reported_by" text null;`,
    )
    // A line of a withdrawn report stays for its cases, and does not keep another's out.
    this.addSql(
      `drop index if exists "IDX_pagoefectivo_settlement_line_fingerprint_occurrence_unique";`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pagoefectivo_settlement_line_fingerprint_occurrence_unique" ON "pagoefectivo_settlement_line" ("fingerprint", "occurrence") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`delete from "pagoefectivo_settlement_line" where "deleted_at" is not null;`)
    this.addSql(
      `drop index if exists "IDX_pagoefectivo_settlement_line_fingerprint_occurrence_unique";`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pagoefectivo_settlement_line_fingerprint_occurrence_unique" ON "pagoefectivo_settlement_line" ("fingerprint", "occurrence");`,
    )
    this.addSql(`alter table if exists "pagoefectivo_payout" drop column if exists "reported_by";`)
    this.addSql(
      `alter table if exists "pagoefectivo_quarantined_row" drop column if exists "fixed_by";`,
    )
    this.addSql(
      `update "pagoefectivo_settlement_report" set "status" = 'failed' where "status" = 'withdrawn';`,
    )
    this.addSql(
      `alter table if exists "pagoefectivo_settlement_report" drop constraint if exists "${STATUS}", drop column if exists "fixed_count", drop column if exists "read_as", drop column if exists "read_with", drop column if exists "history";`,
    )
    this.addSql(
      `alter table if exists "pagoefectivo_settlement_report" add constraint "${STATUS}" check ("status" in ('importing', 'imported', 'failed'));`,
    )
  }
}
