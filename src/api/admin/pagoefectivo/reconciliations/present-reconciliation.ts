import type { AdminReconciliation } from "../../../../http-types"
import type { ReconciliationRow } from "../../../../modules/pagoefectivo"
import { iso } from "../../../support/iso"

export function presentReconciliation(run: ReconciliationRow): AdminReconciliation {
  const seconds = durationOf(run)
  return {
    id: run.id,
    status: run.status,
    trigger: run.trigger,
    actor: run.actor,
    from: run.scope_from,
    to: run.scope_to,
    phase: run.phase,
    progress: run.progress,
    vouchers_count: run.vouchers_count,
    lines_count: run.lines_count,
    counts: run.counts ?? {},
    sums: run.sums ?? {},
    changes: run.changes as AdminReconciliation["changes"],
    started_at: iso(run.started_at),
    finished_at: iso(run.finished_at),
    duration_seconds: seconds,
    lines_per_second: seconds ? Math.round(run.lines_count / seconds) : null,
    error: run.error,
    created_at: iso(run.created_at),
  }
}

function durationOf({ started_at, finished_at }: ReconciliationRow): number | null {
  if (!started_at || !finished_at) return null
  return (new Date(finished_at).getTime() - new Date(started_at).getTime()) / 1_000
}
