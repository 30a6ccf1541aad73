import type { ExchangeRateRow } from "../../../settlement"
import { appliedRows, COUNT_TOLD, type AppliedRows, type ToldRows } from "../payouts/deposits"
import type { SqlConnection } from "../sql/connection"

export interface ListedRate extends ExchangeRateRow {
  /** An admin user's id. */
  entered_by: string
  entered_at: Date
  /** The imported table; null for a rate that was entered before tables were kept. */
  file_id: string | null
  line_number: number | null
  filename: string | null
  sha256: string | null
}

/** A rate, and the line of the file that it was read from. */
export type RateEntry = ExchangeRateRow & { lineNumber: number }

const TABLE = "pagoefectivo_exchange_rate"

/** Reference rates that the merchant brought in by file. */
export class ExchangeRateStore {
  constructor(private readonly sql: SqlConnection) {}

  all(): Promise<ExchangeRateRow[]> {
    return this.sql(TABLE)
      .select("day", "from_code as from", "to_code as to", "rate")
      .orderBy("day") as unknown as Promise<ExchangeRateRow[]>
  }

  /** The latest days first, each with the file that it came in. */
  async list(page: { limit: number; offset: number }): Promise<[ListedRate[], number]> {
    const { rows } = await this.sql.raw<{ rows: ListedRate[] }>(
      `SELECT e.day, e.from_code AS "from", e.to_code AS "to", e.rate, e.entered_by, e.entered_at,
              e.file_id, e.line_number, t.filename, t.sha256
       FROM ${TABLE} e LEFT JOIN pagoefectivo_imported_table t ON t.id = e.file_id
       ORDER BY e.day DESC, e.from_code, e.to_code LIMIT :limit OFFSET :offset`,
      page,
    )
    const [{ count = 0 } = {}] = await this.sql(TABLE).count<{ count: string }[]>("* as count")
    return [rows, Number(count)]
  }
}

/** Enters rates, within the caller's transaction; one of the same day and currencies is replaced. */
export async function enterRates(
  trx: SqlConnection,
  rates: RateEntry[],
  origin: { by: string; fileId: string },
): Promise<AppliedRows> {
  const { rows } = await trx.raw<{ rows: [ToldRows] }>(
    `WITH told AS (
     INSERT INTO ${TABLE} AS known (day, from_code, to_code, rate, entered_by, file_id, line_number)
     SELECT day, "from", "to", rate, ?, ?, "lineNumber"
     FROM jsonb_to_recordset(?::jsonb)
       AS r (day text, "from" text, "to" text, rate text, "lineNumber" integer)
     ORDER BY day, "from", "to"
     ON CONFLICT (day, from_code, to_code) DO UPDATE
       SET rate = EXCLUDED.rate, entered_by = EXCLUDED.entered_by, entered_at = now(),
           file_id = EXCLUDED.file_id, line_number = EXCLUDED.line_number
       WHERE known.rate <> EXCLUDED.rate
     RETURNING xmax = 0 AS is_new)
     ${COUNT_TOLD}`,
    [origin.by, origin.fileId, JSON.stringify(rates)],
  )
  return appliedRows(rows[0], rates.length)
}
