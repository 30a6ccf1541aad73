import { generateEntityId } from "@medusajs/framework/utils"
import type { Announcer } from "../events/announcer"
import { queueEvents } from "../events/outbox"
import { PagoEfectivoEvents } from "../events/events"
import type { SqlConnection } from "../sql/connection"
import type { ReconciliationRow } from "../types"
import { BrandedError } from "../../../errors/branded-error"

export interface RunRequest {
  trigger: ReconciliationRow["trigger"]
  /** An admin user's id, or `system`. */
  actor: string
  /** Lima's days, both included. */
  from: string | null
  to: string | null
}

export type RunProgress = Partial<
  Pick<ReconciliationRow, "phase" | "progress" | "vouchers_count" | "lines_count">
>

export type RunResult = Pick<
  ReconciliationRow,
  "vouchers_count" | "lines_count" | "counts" | "sums" | "changes"
>

export interface ClaimedRun extends ReconciliationRow {
  /** Its process died: what its first try has done to cases stands in their histories. */
  started_over: boolean
}

/** Another process took this run for dead and started it over: this one must stop. */
export class RunLostError extends BrandedError {
  constructor(id: string) {
    super(`Reconciliation ${id} was taken over by another process.`)
  }
}

const TABLE = "pagoefectivo_reconciliation"
const LOCK = "SELECT pg_advisory_xact_lock(hashtext('pagoefectivo_reconciliation'))"

/**
 * The queue of reconciliation runs: one at a time in the whole installation. The claim is in the
 * database, and not in a lock with a time limit, because a run may take long, and its heartbeat tells
 * whether it lives.
 */
export class RunStore {
  constructor(
    private readonly sql: SqlConnection,
    private readonly staleSeconds: number,
    private readonly announcer: Announcer,
  ) {}

  /** A run of the same scope that still waits for its turn is the same request. */
  request({ trigger, actor, from, to }: RunRequest): Promise<ReconciliationRow> {
    return this.sql.transaction(async (trx) => {
      await trx.raw(LOCK)
      const waiting = await trx<ReconciliationRow>(TABLE)
        .where({ status: "pending", scope_from: from, scope_to: to, deleted_at: null })
        .first()
      if (waiting) return waiting
      const rows = await trx<ReconciliationRow>(TABLE)
        .insert({
          id: generateEntityId("", "perec"),
          status: "pending",
          trigger,
          actor,
          scope_from: from,
          scope_to: to,
        })
        .returning("*")
      return rows[0] as ReconciliationRow
    })
  }

  /** The next run whose turn it is, or one whose process died; null while another one is alive. */
  claim(): Promise<ClaimedRun | null> {
    return this.sql.transaction(async (trx) => {
      await trx.raw(LOCK)
      const { rows } = await trx.raw<{ rows: ClaimedRun[] }>(
        `WITH next AS (
           SELECT id, status = 'running' AS started_over FROM ${TABLE}
           WHERE deleted_at IS NULL AND status IN ('pending', 'running')
           ORDER BY created_at, id LIMIT 1)
         UPDATE ${TABLE} run
         SET status = 'running', heartbeat_at = clock_timestamp(),
             started_at = date_trunc('milliseconds', clock_timestamp()), progress = 0, phase = 'matching', error = NULL, updated_at = now()
         FROM next
         WHERE run.id = next.id AND NOT EXISTS (
           SELECT 1 FROM ${TABLE}
           WHERE status = 'running' AND deleted_at IS NULL
             AND heartbeat_at > clock_timestamp() - ? * interval '1 second')
         RETURNING run.*, next.started_over`,
        [this.staleSeconds],
      )
      return rows[0] ?? null
    })
  }

  /** @throws RunLostError */
  async progress(run: ReconciliationRow, progress: RunProgress): Promise<void> {
    const count = await this.mine(run).update({
      ...progress,
      heartbeat_at: new Date(),
      updated_at: new Date(),
    })
    if (count === 0) throw new RunLostError(run.id)
  }

  /** Announced after the transaction. @throws RunLostError */
  async complete(run: ReconciliationRow, result: RunResult): Promise<void> {
    const eventIds = await this.sql.transaction(async (trx) => {
      const count = await this.mine(run, trx).update({
        ...result,
        counts: JSON.stringify(result.counts) as never,
        sums: JSON.stringify(result.sums) as never,
        changes: JSON.stringify(result.changes) as never,
        status: "completed",
        phase: null,
        progress: 1,
        finished_at: new Date(),
        updated_at: new Date(),
      })
      if (count === 0) throw new RunLostError(run.id)
      const name = PagoEfectivoEvents.RECONCILIATION_COMPLETED
      return queueEvents(trx, [{ name, subjectId: run.id }])
    })
    await this.announcer.announce(eventIds)
  }

  async fail(run: ReconciliationRow, error: string): Promise<void> {
    await this.mine(run).update({
      status: "failed",
      error,
      finished_at: new Date(),
      updated_at: new Date(),
    })
  }

  /** The last completed run of the same scope before this one. */
  async previous(run: ReconciliationRow): Promise<ReconciliationRow | null> {
    const found = await this.sql<ReconciliationRow>(TABLE)
      .where({ status: "completed", scope_from: run.scope_from, scope_to: run.scope_to })
      .whereNot({ id: run.id })
      .orderBy("finished_at", "desc")
      .first()
    return found ?? null
  }

  /** Only the process that claimed the run may write to it. */
  private mine(run: ReconciliationRow, sql = this.sql) {
    return sql<ReconciliationRow>(TABLE).where({
      id: run.id,
      status: "running",
      started_at: run.started_at,
    })
  }
}
