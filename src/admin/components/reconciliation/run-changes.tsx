import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useText } from "../../hooks/use-text"
import type { AdminReconciliation, AdminRunChanges } from "../../../http-types"
import { RUN_COUNTERS } from "../../lib/run-totals"

/** What a run did: cases by reason, and payments that it captured. */
export function RunChangeList({ run }: { run: AdminReconciliation }) {
  const { t } = useText()
  if (!run.changes) return null
  const { cases, captured } = run.changes
  const reasons = Object.entries(cases)
  if (reasons.length === 0 && captured === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t("run.no_differences")}
      </Text>
    )
  }
  return (
    <>
      {captured > 0 && <Text size="small">{t("run.captured", { count: captured })}</Text>}
      <ul
        aria-label={t("run.changes")}
        className="divide-y border-ui-border-base rounded-lg border"
      >
        {reasons.map(([reason, counts]) => (
          <li key={reason}>
            <Link
              to={`/pagoefectivo/cases?reason=${reason}&status=any`}
              className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus flex flex-wrap items-center justify-between gap-x-3 px-3 py-2 outline-none"
            >
              <Text size="small">{t(`reason_title.${reason}`)}</Text>
              <Counts counts={counts} />
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

function Counts({ counts }: { counts: AdminRunChanges["cases"][string] }) {
  const { t } = useText()
  const told = RUN_COUNTERS.filter((name) => counts[name] > 0)
  return (
    <Text size="small" className="text-ui-fg-subtle tabular-nums">
      {told.map((name) => t(`run_change.${name}`, { count: counts[name] })).join(" · ")}
    </Text>
  )
}
