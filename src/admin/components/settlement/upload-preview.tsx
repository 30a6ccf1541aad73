import { Button, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useText } from "../../hooks/use-text"
import type { AdminRowProblem } from "../../../http-types"
import { formatBytes } from "../../lib/bytes"
import { Details } from "../common/details"
import { QuarantineTable } from "./quarantine-table"

interface Props {
  file: File
  /** What kind of file was recognised. */
  kind?: string
  /** Counts as `Detail`s. */
  counts: ReactNode
  /** What becomes of rows that can't be read. */
  badRowsText: string
  badRows: AdminRowProblem[]
  isBusy: boolean
  /** Nothing in the file can be taken. */
  isEmpty?: boolean
  onTake: () => void
  onCancel: () => void
  children?: ReactNode
}

/** What a file would do, before it does it. */
export function UploadPreview(props: Props) {
  const { file, kind, counts, badRowsText, badRows, isBusy, isEmpty, onTake, onCancel } = props
  const { t } = useText()
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
          {kind && `${kind} · `}
          {formatBytes(file.size)}
        </Text>
      </div>
      <Details>{counts}</Details>
      {props.children}
      {badRows.length > 0 && (
        <>
          <Text size="small" className="text-ui-tag-orange-text">
            {badRowsText}
          </Text>
          <QuarantineTable rows={badRows} />
        </>
      )}
      <div className="flex justify-end gap-x-2">
        <Button size="small" variant="secondary" onClick={onCancel} disabled={isBusy}>
          {t("actions.cancel")}
        </Button>
        <Button size="small" onClick={onTake} isLoading={isBusy} disabled={isEmpty}>
          {t("upload.take")}
        </Button>
      </div>
    </section>
  )
}
