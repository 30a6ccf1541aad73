import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Counters of the shopper's "Ya pagué" (`vouchers/rate-limit.ts`). No model stands behind this table: it is
 * only used by single statements, and it is unlogged because after a crash an empty one is as good.
 */
export class Migration20261122065500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create unlogged table if not exists "pagoefectivo_rate_limit" ("key" text not null, "granted" boolean not null, "taken" timestamptz[] not null, "expires_at" timestamptz not null, constraint "pagoefectivo_rate_limit_pkey" primary key ("key"));`,
    )
    this.addSql(
      `create index if not exists "IDX_pagoefectivo_rate_limit_expires_at" on "pagoefectivo_rate_limit" ("expires_at");`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "pagoefectivo_rate_limit" cascade;`)
  }
}
