import { useText } from "../../hooks/use-text"
import { Detail } from "../common/details"

/** Sheets of a workbook that were not read; nothing when all were. */
export function UnreadSheets({ sheets }: { sheets: string[] }) {
  const { t } = useText()
  if (sheets.length === 0) return null
  return (
    <Detail name={t("report.unread")}>
      {sheets.map((sheet) => (
        <span key={sheet} className="block break-words">
          {t("report.unread_sheet", { sheet })}
        </span>
      ))}
    </Detail>
  )
}
