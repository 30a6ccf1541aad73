import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Sums of what was issued and paid by day; see `voucher-day-store.ts`. No model stands behind it. */
export class Migration20261122123000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "pagoefectivo_voucher_day" ("figure" text not null, "day" date not null, "currency_code" text not null, "paid_currency_code" text not null, "count" integer not null, "centimos" bigint not null, "paid_centimos" bigint not null, constraint "pagoefectivo_voucher_day_pkey" primary key ("figure", "day", "currency_code", "paid_currency_code"));`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "pagoefectivo_voucher_day" cascade;`)
  }
}
