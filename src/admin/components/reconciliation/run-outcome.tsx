import { useText } from "../../hooks/use-text"
import type { AdminReconciliation } from "../../../http-types"
import { RUN_COUNTERS, runTotals } from "../../lib/run-totals"

/** What a run found and changed, in one line. */
export function RunOutcome({ run }: { run: AdminReconciliation }) {
  const { t } = useText()
  if (run.status === "failed") {
    return <span className="text-ui-fg-error line-clamp-2 break-words">{run.error}</span>
  }
  const totals = runTotals(run)
  if (!totals) return <>—</>
  const told = [
    ...RUN_COUNTERS.filter((name) => totals[name] > 0).map((name) =>
      t(`run_change.${name}`, { count: totals[name] }),
    ),
    ...(run.changes?.captured ? [t("run.captured_short", { count: run.changes.captured })] : []),
  ]
  return <>{told.length > 0 ? told.join(" · ") : t("run.no_differences")}</>
}
