import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A code is found by its last digits, the newest first, and a run's cases by the run. */
export class Migration20261203120000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create index if not exists "IDX_pagoefectivo_voucher_cip_ending" on "pagoefectivo_voucher" ((right("cip", 4)), "id") where deleted_at is null;`,
    )
    this.addSql(
      `create index if not exists "IDX_pagoefectivo_case_event_reconciliation_id" on "pagoefectivo_case_event" ((data ->> 'reconciliation_id')) where deleted_at is null and data ->> 'reconciliation_id' is not null;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_pagoefectivo_voucher_cip_ending";`)
    this.addSql(`drop index if exists "IDX_pagoefectivo_case_event_reconciliation_id";`)
  }
}
