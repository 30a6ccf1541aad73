import type { ExchangeRateRow } from "../../settlement"
import type { SqlConnection } from "./sql"

export interface EnteredRate extends ExchangeRateRow {
  /** An admin user's id. */
  entered_by: string
  entered_at: Date
}

const TABLE = "pagoefectivo_exchange_rate"

/** Reference rates that the merchant brought in by file. */
export class ExchangeRateStore {
  constructor(private readonly sql: SqlConnection) {}

  /** All of them or none; a rate of the same day and currencies is replaced. */
  async enter(rates: ExchangeRateRow[], enteredBy: string): Promise<void> {
    await this.sql.raw(
      `INSERT INTO ${TABLE} (day, from_code, to_code, rate, entered_by)
       SELECT day, "from", "to", rate, ?
       FROM jsonb_to_recordset(?::jsonb) AS r (day text, "from" text, "to" text, rate text)
       ON CONFLICT (day, from_code, to_code) DO UPDATE
         SET rate = EXCLUDED.rate, entered_by = EXCLUDED.entered_by, entered_at = now()`,
      [enteredBy, JSON.stringify(rates)],
    )
  }

  all(): Promise<ExchangeRateRow[]> {
    return this.select(this.sql(TABLE).orderBy("day"))
  }

  /** The latest days first. */
  async list({
    limit,
    offset,
  }: {
    limit: number
    offset: number
  }): Promise<[EnteredRate[], number]> {
    const rows = await this.select<EnteredRate>(
      this.sql(TABLE)
        .select("entered_by", "entered_at")
        .orderBy([{ column: "day", order: "desc" }, "from_code", "to_code"])
        .limit(limit)
        .offset(offset),
    )
    const [{ count = 0 } = {}] = await this.sql(TABLE).count<{ count: string }[]>("* as count")
    return [rows, Number(count)]
  }

  private async select<Row extends ExchangeRateRow>(
    query: ReturnType<SqlConnection>,
  ): Promise<Row[]> {
    return (await query.select("day", "from_code as from", "to_code as to", "rate")) as Row[]
  }
}
