import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What a source's file came to, also when it is tried again. Not a model of the module. */
export class Migration20261202123000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "pagoefectivo_source_file" add column if not exists "sha256" text null, add column if not exists "retry" boolean not null default false;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "pagoefectivo_source_file" drop column if exists "sha256", drop column if exists "retry";`,
    )
  }
}
