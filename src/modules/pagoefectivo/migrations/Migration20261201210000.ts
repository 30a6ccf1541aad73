import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Who works on what right now. Not a model of the module, whose tables keep history. */
export class Migration20261201210000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "pagoefectivo_lease" ("key" text not null, "owner" text not null, "expires_at" timestamptz not null, constraint "pagoefectivo_lease_pkey" primary key ("key"));`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "pagoefectivo_lease" cascade;`)
  }
}
