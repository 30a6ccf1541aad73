import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What of a code's money its order did not owe when it was booked. */
export class Migration20261130200000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "pagoefectivo_voucher" add column if not exists "excess_centimos" integer not null default 0;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "pagoefectivo_voucher" drop column if exists "excess_centimos";`,
    )
  }
}
