import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const KNOWN = ["deadline", "order_canceled", "superseded", "orphan", "admin"]

/** A code also closes because its payment session was deleted: the shopper chose another method. */
export class Migration20261130080000 extends Migration {
  override async up(): Promise<void> {
    this.allow([...KNOWN, "session_deleted"])
  }

  override async down(): Promise<void> {
    this.addSql(
      `update "pagoefectivo_voucher" set "closing_reason" = 'superseded' where "closing_reason" = 'session_deleted';`,
    )
    this.allow(KNOWN)
  }

  private allow(reasons: string[]): void {
    this.addSql(
      `alter table if exists "pagoefectivo_voucher" drop constraint if exists "pagoefectivo_voucher_closing_reason_check";`,
    )
    this.addSql(
      `alter table if exists "pagoefectivo_voucher" add constraint "pagoefectivo_voucher_closing_reason_check" check ("closing_reason" in (${reasons.map((reason) => `'${reason}'`).join(", ")}));`,
    )
  }
}
