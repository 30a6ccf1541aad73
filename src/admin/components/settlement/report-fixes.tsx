import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useText } from "../../hooks/use-text"
import type { AdminReportFix } from "../../../http-types"

/** Other reports with the rows that one brought corrected for the other; each leads there. */
export function ReportFixes({ fixes }: { fixes: AdminReportFix[] }) {
  const { t } = useText()
  return (
    <ul className="flex flex-col gap-y-2">
      {fixes.map(({ id, filename, rows }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-3">
          <Link
            className="text-ui-tag-blue-text break-all text-sm hover:underline"
            to={`/pagoefectivo/settlements?report=${id}`}
          >
            {filename}
          </Link>
          <Text size="xsmall" className="text-ui-fg-subtle" as="span">
            {t("report.fixed_rows", { count: rows })}
          </Text>
        </li>
      ))}
    </ul>
  )
}
