import { ExclamationCircleSolid } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useText } from "../../hooks/use-text"
import type { AdminReportTroubles } from "../../../http-types"

/** What of the reports did not come in; nothing when all did. */
export function ReportTroubles({ unread_rows, troubled_sources }: AdminReportTroubles) {
  const { t } = useText()
  const sayings = [
    ...(unread_rows > 0 ? [t("summary.unread_rows", { count: unread_rows })] : []),
    ...(troubled_sources.length > 0
      ? [t("summary.troubled_sources", { sources: troubled_sources.join(", ") })]
      : []),
  ]
  if (sayings.length === 0) return null
  return (
    <div className="flex items-start gap-x-3 px-6 py-4">
      <ExclamationCircleSolid aria-hidden className="text-ui-tag-orange-icon" />
      <Text size="small">
        {sayings.join(" ")}{" "}
        <Link
          to="/pagoefectivo/settlements"
          className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
        >
          {t("summary.see_reports")}
        </Link>
      </Text>
    </div>
  )
}
