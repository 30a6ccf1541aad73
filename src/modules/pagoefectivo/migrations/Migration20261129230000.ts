import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Why a row was set aside, as a code with values. Rows from before keep their sentences alone. */
export class Migration20261129230000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "pagoefectivo_quarantined_row" add column if not exists "reason" jsonb null;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "pagoefectivo_quarantined_row" drop column if exists "reason";`,
    )
  }
}
