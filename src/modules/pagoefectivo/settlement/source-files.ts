import type { SqlConnection } from "../sql/connection"

const TABLE = "pagoefectivo_source_file"

/** Which files of a source were taken: each is taken once, also when its content is known already. */
export class SourceFileStore {
  constructor(private readonly sql: SqlConnection) {}

  /** Those of `keys` that were taken, or given up because they can't be read. */
  async known(sourceId: string, keys: string[]): Promise<Set<string>> {
    const rows = await this.sql<{ key: string }>(TABLE)
      .where({ source_id: sourceId } as never)
      .whereRaw("key = ANY(?)", [keys])
      .select("key")
    return new Set(rows.map(({ key }) => key))
  }

  /** `error`: why its content can't be read; a file that could not be fetched is not remembered. */
  async remember(sourceId: string, key: string, error: string | null): Promise<void> {
    await this.sql.raw(
      `INSERT INTO ${TABLE} (source_id, key, taken_at, error) VALUES (?, ?, now(), ?)
       ON CONFLICT (source_id, key) DO UPDATE SET taken_at = now(), error = EXCLUDED.error`,
      [sourceId, key, error],
    )
  }
}
