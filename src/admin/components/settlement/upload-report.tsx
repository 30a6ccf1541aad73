import { useState } from "react"
import { useFormatName } from "../../hooks/use-format-name"
import { useText } from "../../hooks/use-text"
import { useUpload } from "../../hooks/use-upload"
import type { AdminReportUploadResponse } from "../../../http-types"
import { AlreadyImported } from "./already-imported"
import { Detail } from "../common/details"
import { CurrencyChoice } from "./currency-choice"
import { DropZone } from "./drop-zone"
import { LeftOutDetails } from "./left-out-details"
import { ProviderChoice } from "./provider-choice"
import { UploadPreview } from "./upload-preview"
import { UploadRefused } from "./upload-refused"

interface Props {
  /** Opens the report once it is in. */
  onImported: (reportId: string) => void
}

/** Upload with a look ahead: nothing is written before a person has seen what it would do. */
export function UploadReport({ onImported }: Props) {
  const { t } = useText()
  const formatName = useFormatName()
  const [providerId, setProviderId] = useState<string>()
  const [currency, setCurrency] = useState<string>()
  const { preview, take, reset, file } = useUpload<AdminReportUploadResponse>(
    "/settlement-reports",
    { provider_id: providerId, currency_code: currency },
  )
  const anew = (set: (chosen: string | undefined) => void) => (chosen: string | undefined) => {
    reset()
    set(chosen)
  }
  const known = preview.data?.already_imported ?? take.data?.already_imported
  const report = preview.data?.settlement_report
  const failure = take.error ?? preview.error
  const start = () =>
    file &&
    take.mutate(file, {
      onSuccess: ({ settlement_report, already_imported }) => {
        if (already_imported) return
        reset()
        if (settlement_report.id) onImported(settlement_report.id)
      },
    })
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <ProviderChoice value={providerId} onValue={anew(setProviderId)} />
      <CurrencyChoice value={currency} onValue={anew(setCurrency)} />
      <DropZone
        label={t("upload.drop")}
        hint={t("upload.formats")}
        right="settlement:create"
        isBusy={preview.isPending || take.isPending}
        onFile={(chosen) => {
          reset()
          preview.mutate(chosen)
        }}
      />
      {failure && (
        <UploadRefused
          name={file?.name ?? ""}
          error={failure}
          doing={take.error ? "writing" : "reading"}
        />
      )}
      {known && <AlreadyImported name={file?.name ?? ""} {...known} />}
      {report && file && !known && !failure && (
        <UploadPreview
          file={file}
          kind={formatName(report.format)}
          counts={<ReportCounts report={report} />}
          badRowsText={t("upload.bad_rows")}
          badRows={report.id === null ? report.quarantined_rows : []}
          isBusy={take.isPending}
          onTake={start}
          onCancel={reset}
        />
      )}
    </div>
  )
}

/** What the report would bring. */
function ReportCounts({ report }: { report: AdminReportUploadResponse["settlement_report"] }) {
  const { t } = useText()
  return (
    <>
      <Detail name={t("report.new_lines")}>{report.lines_count}</Detail>
      <Detail name={t("report.duplicates")}>{report.duplicates_count}</Detail>
      {report.replaced_count > 0 && (
        <Detail name={t("report.replaced")}>{report.replaced_count}</Detail>
      )}
      <Detail name={t("report.quarantined")}>{report.quarantined_count}</Detail>
      <LeftOutDetails report={report} />
    </>
  )
}
