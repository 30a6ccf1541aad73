import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Reference rates by day. No model stands behind this table: it is only used by single statements. */
export class Migration20261122093000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "pagoefectivo_exchange_rate" ("day" text not null, "from_code" text not null, "to_code" text not null, "rate" text not null, "entered_by" text not null, "entered_at" timestamptz not null default now(), constraint "pagoefectivo_exchange_rate_pkey" primary key ("day", "from_code", "to_code"));`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "pagoefectivo_exchange_rate" cascade;`)
  }
}
