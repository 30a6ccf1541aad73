import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** One movement may be told twice, by one report better than by the other. */
export class Migration20261202100000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "pagoefectivo_settlement_line" add column if not exists "replaced_by" text null;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_pagoefectivo_settlement_line_replaced_by" ON "pagoefectivo_settlement_line" ("replaced_by") WHERE replaced_by IS NOT NULL;`,
    )
    this.addSql(
      `alter table if exists "pagoefectivo_settlement_report" add column if not exists "replaced_count" integer not null default 0;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "pagoefectivo_settlement_report" drop column if exists "replaced_count";`,
    )
    this.addSql(`drop index if exists "IDX_pagoefectivo_settlement_line_replaced_by";`)
    this.addSql(
      `alter table if exists "pagoefectivo_settlement_line" drop column if exists "replaced_by";`,
    )
  }
}
