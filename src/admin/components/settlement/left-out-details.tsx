import { useText } from "../../hooks/use-text"
import type { AdminSettlementReport } from "../../../http-types"
import { Detail } from "../common/details"
import { UnreadSheets } from "./unread-sheets"

/** Rows that are no lines, words that nobody knows, sheets that were not read. */
export function LeftOutDetails({
  report,
}: {
  report: Pick<AdminSettlementReport, "ignored_count" | "left_out">
}) {
  const { t } = useText()
  const { unknown_words: words, unread_sheets: sheets } = report.left_out
  return (
    <>
      <Detail name={t("report.ignored")}>
        {report.ignored_count}
        {words.map(({ word, rows_count: count }) => (
          <span key={word} className="block break-all">
            {t("report.unknown_word", { word, count })}
          </span>
        ))}
      </Detail>
      <UnreadSheets sheets={sheets} />
    </>
  )
}
