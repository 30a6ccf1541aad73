import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What was paid, settled and released are ledgers of their own; see `LineLedger`. */
export class Migration20261202200000 extends Migration {
  override async up(): Promise<void> {
    for (const table of TABLES) {
      this.addSql(`alter table if exists "${table}" add column if not exists "ledger" text null;`)
      for (const [format, ledger] of LEDGERS) {
        this.addSql(
          `update "${table}" set "ledger" = '${ledger}' where "report_id" in (select "id" from "pagoefectivo_settlement_report" where "format" = '${format}');`,
        )
      }
    }
    this.addSql(
      `alter table if exists "pagoefectivo_settlement_line" drop constraint if exists "pagoefectivo_settlement_line_ledger_check", add constraint "pagoefectivo_settlement_line_ledger_check" check ("ledger" in ('paid', 'releases'));`,
    )
    // What was only paid had left the list of what is to be settled: the job makes it anew.
    this.addSql(
      `update "pagoefectivo_job_run" set "state" = null where "name" = 'update-unsettled';`,
    )
  }

  override async down(): Promise<void> {
    for (const table of TABLES) {
      this.addSql(`alter table if exists "${table}" drop column if exists "ledger";`)
    }
  }
}

const TABLES = ["pagoefectivo_settlement_line", "pagoefectivo_settlement_sum"]

const LEDGERS = [
  ["pagoefectivo_xlsx", "paid"],
  ["mercadopago_release", "releases"],
] as const
