import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const CASES = '"pagoefectivo_case"'

/** A case knows what was claimed of the collector, and what of its money was given back by other means. */
export class Migration20261203100000 extends Migration {
  override async up(): Promise<void> {
    for (const column of ["claimed_on", "answer_due", "claim_reference"]) {
      this.addSql(`alter table if exists ${CASES} add column if not exists "${column}" text null;`)
    }
    this.addSql(
      `alter table if exists ${CASES} add column if not exists "returned_centimos" integer not null default 0;`,
    )
    // Until now money was given back as a whole or not at all.
    this.addSql(
      `update ${CASES} set "returned_centimos" = "amount_at_risk_centimos" where "resolution" = 'refunded_outside';`,
    )
    this.addSql(
      `create index if not exists "IDX_pagoefectivo_case_answer_due" on ${CASES} ("answer_due") where deleted_at is null;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_pagoefectivo_case_answer_due";`)
    for (const column of ["claimed_on", "answer_due", "claim_reference", "returned_centimos"]) {
      this.addSql(`alter table if exists ${CASES} drop column if exists "${column}";`)
    }
  }
}
