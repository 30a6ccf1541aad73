import { generateEntityId } from "@medusajs/framework/utils"
import { MODULE_LIMITS as LIMITS } from "../limits"
import type { SqlConnection } from "../sql/connection"

/** How scheduled jobs went, and what they and the first steps must remember. */
export class JobStateStore {
  constructor(private readonly sql: SqlConnection) {}

  /** Remembers how a job's last run went. */
  async recordRun(
    name: string,
    run: { startedAt: Date; result: Record<string, unknown> | null; error: string | null },
  ): Promise<void> {
    await this.sql.raw(
      `INSERT INTO pagoefectivo_job_run (id, name, started_at, finished_at, last_error, result)
       VALUES (?, ?, ?, now(), ?, ?)
       ON CONFLICT (name) WHERE deleted_at IS NULL DO UPDATE
         SET started_at = EXCLUDED.started_at, finished_at = EXCLUDED.finished_at,
             last_error = EXCLUDED.last_error, result = EXCLUDED.result, updated_at = now()`,
      [
        generateEntityId("", "pejob"),
        name,
        run.startedAt,
        run.error?.slice(0, LIMITS.maxErrorLength) ?? null,
        run.result && JSON.stringify(run.result),
      ],
    )
  }

  async read<State>(name: string): Promise<State | null> {
    const row = await this.sql("pagoefectivo_job_run")
      .where({ name })
      .whereNull("deleted_at")
      .first<{ state: State | null } | undefined>("state")
    return row?.state ?? null
  }

  async write(name: string, state: object): Promise<void> {
    await this.sql.raw(
      `INSERT INTO pagoefectivo_job_run (id, name, state) VALUES (?, ?, ?)
       ON CONFLICT (name) WHERE deleted_at IS NULL DO UPDATE
         SET state = EXCLUDED.state, updated_at = now()`,
      [generateEntityId("", "pejob"), name, JSON.stringify(state)],
    )
  }

  /** Changes these entries and leaves the others, also those that somebody else changes right now. */
  async merge(name: string, entries: object): Promise<void> {
    await this.sql.raw(
      `INSERT INTO pagoefectivo_job_run AS known (id, name, state) VALUES (?, ?, ?)
       ON CONFLICT (name) WHERE deleted_at IS NULL DO UPDATE
         SET state = coalesce(known.state, '{}') || EXCLUDED.state, updated_at = now()`,
      [generateEntityId("", "pejob"), name, JSON.stringify(entries)],
    )
  }

  /** Notes a value unless one is noted under this key: of several instances the first counts. */
  async keepFirst(name: string, key: string, value: string): Promise<void> {
    await this.sql.raw(
      `INSERT INTO pagoefectivo_job_run AS known (id, name, state) VALUES (?, ?, ?)
       ON CONFLICT (name) WHERE deleted_at IS NULL DO UPDATE
         SET state = EXCLUDED.state || coalesce(known.state, '{}'), updated_at = now()`,
      [generateEntityId("", "pejob"), name, JSON.stringify({ [key]: value })],
    )
  }

  async forget(name: string, key: string): Promise<void> {
    await this.sql.raw(
      `UPDATE pagoefectivo_job_run SET state = state - CAST(:key AS text), updated_at = now()
       WHERE name = :name AND deleted_at IS NULL AND jsonb_exists(state, CAST(:key AS text))`,
      { name, key },
    )
  }
}
