import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What the gateway says of a payment's money later: given back, or held by a dispute. */
export class Migration20261130210000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "pagoefectivo_voucher" add column if not exists "refunded_centimos" integer null, add column if not exists "held_at" timestamptz null;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "pagoefectivo_voucher" drop column if exists "refunded_centimos", drop column if exists "held_at";`,
    )
  }
}
