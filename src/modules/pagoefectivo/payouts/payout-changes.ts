import type { SqlConnection } from "../sql/connection"
import type { PayoutChangeRow } from "../types"

/** What was known of a payout before or after a change. */
export interface PayoutValues {
  declared_total_centimos: number | null
  bank_deposit_centimos: number | null
  /** ISO 8601. */
  bank_deposited_at: string | null
  bank_reference: string | null
}

export interface RecordedPayoutChange extends Pick<
  PayoutChangeRow,
  | "id"
  | "provider_id"
  | "payout_id"
  | "currency_code"
  | "at"
  | "changed_by"
  | "source"
  | "file_id"
  | "line_number"
  | "note"
> {
  before: PayoutValues | null
  after: PayoutValues
  /** Of the imported table, or of the report. */
  filename: string | null
  sha256: string | null
}

/** What tells one payout from all others. */
export interface PayoutKey {
  provider_id: string
  payout_id: string
  currency_code: string
}

const COLUMNS = `
  c.id, c.provider_id, c.payout_id, c.currency_code, c.at, c.changed_by, c.source, c.file_id,
  c.line_number, c.note, c.before, c.after, coalesce(t.filename, r.filename) AS filename,
  coalesce(t.sha256, r.sha256) AS sha256`

const FILES = `
  LEFT JOIN pagoefectivo_imported_table t ON t.id = c.file_id
  LEFT JOIN pagoefectivo_settlement_report r ON r.id = c.file_id`

/** The history of what was entered for payouts. */
export class PayoutChangeStore {
  constructor(private readonly sql: SqlConnection) {}

  /** The newest changes of each payout, newest first, and how many each has in all. */
  async latest(
    payouts: PayoutKey[],
    each: number,
  ): Promise<{ changes: RecordedPayoutChange[]; count: number }[]> {
    const { rows } = await this.sql.raw<{
      rows: (RecordedPayoutChange & { total: string; place: number })[]
    }>(
      `SELECT ${COLUMNS}, c.total, asked.place
       FROM jsonb_to_recordset(:payouts::jsonb)
         AS asked (provider_id text, payout_id text, currency_code text, place integer)
       CROSS JOIN LATERAL (
         SELECT own.*, count(*) OVER () AS total FROM pagoefectivo_payout_change own
         WHERE own.payout_id = asked.payout_id AND own.currency_code = asked.currency_code
           AND own.provider_id = asked.provider_id AND own.deleted_at IS NULL
         ORDER BY own.at DESC, own.id DESC LIMIT :each) c
       ${FILES}
       ORDER BY asked.place, c.at DESC, c.id DESC`,
      { payouts: JSON.stringify(payouts.map((payout, place) => ({ ...payout, place }))), each },
    )
    const found = payouts.map(() => ({ changes: [] as RecordedPayoutChange[], count: 0 }))
    for (const { place, total, ...change } of rows) {
      const own = found[place]
      if (!own) continue
      own.changes.push(change)
      own.count = Number(total)
    }
    return found
  }

  /** Newest first. */
  async list(
    of: Partial<PayoutKey>,
    page: { limit: number; offset: number },
  ): Promise<[RecordedPayoutChange[], number]> {
    const own = this.sql("pagoefectivo_payout_change").where({ ...of, deleted_at: null })
    const [{ count = 0 } = {}] = await own.clone().count<{ count: string }[]>("* as count")
    const { rows } = await this.sql.raw<{ rows: RecordedPayoutChange[] }>(
      `SELECT ${COLUMNS} FROM (?) c ${FILES} ORDER BY c.at DESC, c.id DESC`,
      [
        own
          .orderBy([
            { column: "at", order: "desc" },
            { column: "id", order: "desc" },
          ])
          .limit(page.limit)
          .offset(page.offset),
      ],
    )
    return [rows, Number(count)]
  }
}
