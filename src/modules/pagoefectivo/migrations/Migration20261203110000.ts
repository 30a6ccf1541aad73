import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What was changed in the admin while the store ran. Rows are only added: the one with the highest
 * version counts. Not a model of the module.
 */
export class Migration20261203110000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "pagoefectivo_setting_change" ("id" text not null, "name" text not null, "provider_id" text null, "version" integer not null, "valid_from" text null, "value" jsonb null, "previous" jsonb null, "changed_by" text not null, "at" timestamptz not null default now(), constraint "pagoefectivo_setting_change_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_pagoefectivo_setting_change_version_unique" ON "pagoefectivo_setting_change" ("name", coalesce("provider_id", ''), "version");`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "pagoefectivo_setting_change" cascade;`)
  }
}
