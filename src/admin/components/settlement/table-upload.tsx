import { Alert, Button, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useText } from "../../hooks/use-text"
import { useUpload } from "../../hooks/use-upload"
import type { AdminTableUploadResponse } from "../../../http-types"
import { saveFile } from "../../lib/client"
import { AlreadyImported } from "./already-imported"
import { Detail } from "../common/details"
import { DropZone } from "./drop-zone"
import { ImportedTables } from "./imported-tables"
import { ProviderChoice } from "./provider-choice"
import { QuarantineTable } from "./quarantine-table"
import { SideDrawer } from "../common/side-drawer"
import { UnreadSheets } from "./unread-sheets"
import { UploadPreview } from "./upload-preview"
import { UploadRefused } from "./upload-refused"

interface Props {
  title: string
  /** What the table says, and what becomes of what is known already. */
  description: string
  path: string
  kind: "bank_deposits" | "exchange_rates"
  /** The header of such a table. */
  columns: string
  /** Whether its rows belong to one of several providers. */
  hasProvider?: boolean
  onClose: () => void
}

/** Takes a table that the merchant keeps: looked at first, and its bad rows named one by one. */
export function TableUpload(props: Props) {
  const { title, description, path, kind, columns, hasProvider, onClose } = props
  const { t } = useText()
  const [providerId, setProviderId] = useState<string>()
  const { preview, take, reset, file } = useUpload<AdminTableUploadResponse>(path, {
    provider_id: providerId,
  })
  const failure = take.error ?? preview.error
  const known = preview.data?.already_imported ?? take.data?.already_imported
  const start = () =>
    file &&
    take.mutate(file, {
      onSuccess: ({ table, already_imported }) => {
        if (already_imported) return
        toast.success(t("table.taken", { count: table.rows_count }))
        if (table.quarantined_count === 0) onClose()
      },
    })
  return (
    <SideDrawer isOpen onClose={onClose} title={title}>
      <div className="flex flex-col gap-y-4 px-6 py-4">
        <Text size="small" className="text-ui-fg-subtle">
          {description}
        </Text>
        <Columns columns={columns} />
        {hasProvider && (
          <ProviderChoice
            value={providerId}
            onValue={(chosen) => {
              reset()
              setProviderId(chosen)
            }}
          />
        )}
        <DropZone
          right="settlement:update"
          label={t("table.drop")}
          hint={t("table.formats")}
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
        {take.data && !known && !failure && <Left answer={take.data} />}
        {preview.data && file && !take.data && !known && !failure && (
          <Preview
            answer={preview.data}
            file={file}
            isBusy={take.isPending}
            onTake={start}
            onCancel={reset}
          />
        )}
        <ImportedTables kind={kind} />
      </div>
    </SideDrawer>
  )
}

interface PreviewProps {
  answer: AdminTableUploadResponse
  file: File
  isBusy: boolean
  onTake: () => void
  onCancel: () => void
}

function Preview({ answer: { table }, ...rest }: PreviewProps) {
  const { t } = useText()
  return (
    <UploadPreview
      {...rest}
      counts={
        <>
          <Detail name={t("table.new")}>{table.new_count}</Detail>
          <Detail name={t("table.changed")}>{table.changed_count}</Detail>
          <Detail name={t("table.unchanged")}>{table.unchanged_count}</Detail>
          <Detail name={t("report.quarantined")}>{table.quarantined_count}</Detail>
          <UnreadSheets sheets={table.unread_sheets} />
        </>
      }
      badRowsText={t("table.bad_rows")}
      badRows={table.quarantined_rows}
      isEmpty={table.rows_count === 0}
    >
      <UnknownPayouts ids={table.unknown_payouts ?? []} />
    </UploadPreview>
  )
}

function Columns({ columns }: { columns: string }) {
  const { t } = useText()
  const save = () =>
    saveFile(new Blob([`${columns}\r\n`], { type: "text/csv;charset=utf-8" }), "pagoefectivo.csv")
  return (
    <div className="flex flex-col items-start gap-y-2">
      <code className="bg-ui-bg-subtle text-ui-fg-base break-words rounded px-2 py-1 font-mono text-xs">
        {columns.replaceAll(",", ", ")}
      </code>
      <Button size="small" variant="secondary" onClick={save}>
        {t("table.template")}
      </Button>
    </div>
  )
}

/** Rows that stay to be fixed after the good ones were taken. */
function Left({ answer: { table } }: { answer: AdminTableUploadResponse }) {
  const { t } = useText()
  return (
    <div className="flex flex-col gap-y-3">
      <Alert variant="warning">
        {t("table.left", { taken: table.rows_count, left: table.quarantined_count })}
      </Alert>
      <QuarantineTable rows={table.quarantined_rows} />
    </div>
  )
}

function UnknownPayouts({ ids }: { ids: string[] }) {
  const { t } = useText()
  if (ids.length === 0) return null
  return (
    <Text size="small" className="text-ui-tag-orange-text break-words">
      {t("table.unknown_payouts", { ids: ids.join(", ") })}
    </Text>
  )
}
