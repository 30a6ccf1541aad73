import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const REPORTS = '"pagoefectivo_settlement_report"'

/** A report says what of its file is no line: ignored rows, unknown words, unread sheets. */
export class Migration20261202124100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists ${REPORTS} add column if not exists "left_out" jsonb null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists ${REPORTS} drop column if exists "left_out";`)
  }
}
