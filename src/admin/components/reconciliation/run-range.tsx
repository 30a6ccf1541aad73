import { useFormat } from "../../hooks/use-format"
import { useText } from "../../hooks/use-text"
import type { AdminReconciliation } from "../../../http-types"

/** Which days of payment a run looked at. */
export function RunRange({ run: { from, to } }: { run: AdminReconciliation }) {
  const { t } = useText()
  const { day } = useFormat()
  if (!from || !to) return <>{t("run.range_changed")}</>
  return <>{from === to ? day(from) : `${day(from)} – ${day(to)}`}</>
}
