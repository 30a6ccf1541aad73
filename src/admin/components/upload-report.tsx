import { Alert, Button, Text } from "@medusajs/ui"
import { useFormat } from "../hooks/use-format"
import { usePeople } from "../hooks/use-people"
import { useText } from "../hooks/use-text"
import { useUpload } from "../hooks/use-upload"
import type { UploadAnswer } from "../lib/api-types"
import { errorText } from "../lib/error-text"
import { formatBytes } from "../lib/bytes"
import { Detail, Details } from "./details"
import { DropZone } from "./drop-zone"
import { useFormatName } from "../hooks/use-format-name"
import { QuarantineTable } from "./quarantine-table"

interface Props {
  /** Opens the report once it is in. */
  onImported: (reportId: string) => void
}

/** Upload with a look ahead: nothing is written before a person has seen what it would do. */
export function UploadReport({ onImported }: Props) {
  const { t } = useText()
  const { preview, take, reset, file } = useUpload()
  const known = preview.data?.already_imported ?? take.data?.already_imported
  const start = () =>
    file &&
    take.mutate(file, {
      onSuccess: ({ settlement_report, already_imported }) => {
        if (already_imported) return
        reset()
        if (settlement_report.id) onImported(settlement_report.id)
      },
    })
  const failure = preview.error ?? take.error
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <DropZone
        isBusy={preview.isPending || take.isPending}
        onFile={(chosen) => {
          reset()
          preview.mutate(chosen)
        }}
      />
      {failure && (
        <Alert variant="error" dismissible={false}>
          <Text size="small" weight="plus">
            {t("upload.refused", { name: file?.name ?? "" })}
          </Text>
          <Text size="small" className="break-words">
            {errorText(failure)}
          </Text>
        </Alert>
      )}
      {known && <AlreadyImported name={file?.name ?? ""} {...known} />}
      {preview.data && file && !known && !failure && (
        <Preview
          answer={preview.data}
          file={file}
          isBusy={take.isPending}
          onTake={start}
          onCancel={reset}
        />
      )}
    </div>
  )
}

function AlreadyImported({ name, at, by }: { name: string; at: string; by: string }) {
  const { t } = useText()
  const { dateTime } = useFormat()
  const nameOf = usePeople()
  return (
    <Alert variant="info">{t("upload.already", { name, at: dateTime(at), who: nameOf(by) })}</Alert>
  )
}

interface PreviewProps {
  answer: UploadAnswer
  file: File
  isBusy: boolean
  onTake: () => void
  onCancel: () => void
}

function Preview({ answer, file, isBusy, onTake, onCancel }: PreviewProps) {
  const { t } = useText()
  const nameOf = useFormatName()
  const { settlement_report: report } = answer
  return (
    <section
      aria-label={t("upload.preview")}
      className="border-ui-border-base flex flex-col gap-y-3 rounded-lg border p-4"
    >
      <div>
        <Text size="small" weight="plus" className="break-all">
          {file.name}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {nameOf(report.format)} · {formatBytes(file.size)}
        </Text>
      </div>
      <Details>
        <Detail name={t("report.new_lines")}>{report.lines_count}</Detail>
        <Detail name={t("report.duplicates")}>{report.duplicates_count}</Detail>
        <Detail name={t("report.quarantined")}>{report.quarantined_count}</Detail>
      </Details>
      {report.quarantined_count > 0 && (
        <Text size="small" className="text-ui-tag-orange-text">
          {t("upload.bad_rows")}
        </Text>
      )}
      {report.quarantined_rows && <QuarantineTable rows={report.quarantined_rows} />}
      <div className="flex justify-end gap-x-2">
        <Button size="small" variant="secondary" onClick={onCancel} disabled={isBusy}>
          {t("actions.cancel")}
        </Button>
        <Button size="small" onClick={onTake} isLoading={isBusy}>
          {t("upload.take")}
        </Button>
      </div>
    </section>
  )
}
