import type { SqlConnection } from "../sql/connection"

const TABLE = "pagoefectivo_source_file"

/** What became of a file in earlier nights. */
export interface KnownFile {
  key: string
  /** Taken, or given up until it changes; otherwise it is tried again. */
  isDone: boolean
  /** Why it was not taken; null when it was, also by a later reading. */
  error: string | null
  isUnusable: boolean
  /** It was taken and held no movement. */
  isEmpty: boolean
}

export interface FileOutcome {
  /** Null while its content never came. */
  sha256: string | null
  error: string | null
  /** Whether the same bytes may be taken another night. */
  isWorthAnotherTry: boolean
}

/** The report that came of a file tells how it ended, also when it was read only later. */
const KNOWN = `
  SELECT f.key, (NOT f.retry OR r.id IS NOT NULL) AS "isDone",
         CASE WHEN r.id IS NULL THEN f.error END AS error,
         (r.id IS NULL AND f.error IS NOT NULL AND NOT f.retry) AS "isUnusable",
         coalesce(r.lines_count + r.duplicates_count + r.quarantined_count = 0, false) AS "isEmpty"
  FROM ${TABLE} f
  LEFT JOIN pagoefectivo_settlement_report r
    ON r.sha256 = f.sha256 AND r.status NOT IN ('importing', 'failed') AND r.deleted_at IS NULL
  WHERE f.source_id = ? AND f.key = ANY(?)`

/** Of a source without keys only the reports tell. */
const LAST_TAKEN = `
  SELECT id, max(at) AS at FROM (
    SELECT source_id AS id, max(taken_at) AS at FROM ${TABLE} WHERE error IS NULL GROUP BY 1
    UNION ALL
    SELECT split_part(source, ':', 2), max(started_at) FROM pagoefectivo_settlement_report
    WHERE source <> 'upload' AND status <> 'failed' AND deleted_at IS NULL GROUP BY 1) taken
  GROUP BY id`

/** What became of the files of each source: each is taken once, also when its content is known. */
export class SourceFileStore {
  constructor(private readonly sql: SqlConnection) {}

  /** Those of `keys` that were looked at before. */
  async known(sourceId: string, keys: string[]): Promise<Map<string, KnownFile>> {
    const { rows } = await this.sql.raw<{ rows: KnownFile[] }>(KNOWN, [sourceId, keys] as never)
    return new Map(rows.map((row) => [row.key, row]))
  }

  /** When each source last brought a report, also one that was known already. */
  async lastTaken(): Promise<Map<string, Date>> {
    const { rows } = await this.sql.raw<{ rows: { id: string; at: Date }[] }>(LAST_TAKEN)
    return new Map(rows.map(({ id, at }) => [id, at]))
  }

  async remember(sourceId: string, key: string, outcome: FileOutcome): Promise<void> {
    const { sha256, error, isWorthAnotherTry } = outcome
    await this.sql.raw(
      `INSERT INTO ${TABLE} (source_id, key, taken_at, sha256, error, retry)
       VALUES (?, ?, now(), ?, ?, ?)
       ON CONFLICT (source_id, key) DO UPDATE
         SET taken_at = now(), sha256 = EXCLUDED.sha256, error = EXCLUDED.error,
             retry = EXCLUDED.retry`,
      [sourceId, key, sha256, error, isWorthAnotherTry] as never,
    )
  }
}
