import { generateEntityId } from "@medusajs/framework/utils"
import type { SqlConnection } from "../sql/connection"

/** What a scheduled job must remember between its runs. */
export class JobStateStore {
  constructor(private readonly sql: SqlConnection) {}

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
}
