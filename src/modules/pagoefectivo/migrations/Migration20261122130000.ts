import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Events that are written down with what they tell of, and not announced yet; nearly always empty. No
 * model stands behind this table: it is only used by single statements.
 */
export class Migration20261122130000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "pagoefectivo_pending_event" ("id" bigint generated always as identity, "name" text not null, "subject_id" text not null, "data" jsonb null, "at" timestamptz not null default clock_timestamp(), constraint "pagoefectivo_pending_event_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create index if not exists "IDX_pagoefectivo_pending_event_subject_id" on "pagoefectivo_pending_event" ("subject_id");`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "pagoefectivo_pending_event" cascade;`)
  }
}
